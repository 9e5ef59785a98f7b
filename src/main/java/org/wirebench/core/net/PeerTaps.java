package org.wirebench.core.net;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.wire.Carrier;
import org.wirebench.core.wire.WireLog;
import org.wirebench.core.wire.WireTap;

/**
 * One record for each peer of a UDP socket. Senders can be forged, so there are never more than a
 * thousand; beyond that the one that was silent longest is closed, and opened anew when it is back.
 */
final class PeerTaps {
  static final int MOST_PEERS = 1000;

  private final DatagramSpec spec;
  private final InetSocketAddress local;
  private final @Nullable InetSocketAddress initiatedTo;
  private final WireLog log;
  private final LinkedHashMap<InetSocketAddress, WireTap> taps =
      new LinkedHashMap<>(16, 0.75f, true);
  private boolean closed;

  /** The last peer is most often the next, too. */
  private volatile @Nullable Last last;

  private record Last(InetSocketAddress peer, WireTap tap) {}

  PeerTaps(
      DatagramSpec spec,
      InetSocketAddress local,
      @Nullable InetSocketAddress initiatedTo,
      WireLog log) {
    this.spec = spec;
    this.local = local;
    this.initiatedTo = initiatedTo;
    this.log = log;
  }

  WireTap of(InetSocketAddress peer) {
    Last known = last;
    if (known != null && known.peer().equals(peer)) {
      return known.tap();
    }
    synchronized (taps) {
      WireTap tap = taps.get(peer);
      if (tap == null) {
        tap =
            log.open(spec.tool(), spec.label(), Carrier.UDP, local, peer, peer.equals(initiatedTo));
        taps.put(peer, tap);
        if (closed) {
          tap.close();
        }
        forgetEldest();
      }
      last = new Last(peer, tap);
      return tap;
    }
  }

  private void forgetEldest() {
    if (taps.size() > MOST_PEERS) {
      Map.Entry<InetSocketAddress, WireTap> eldest = taps.pollFirstEntry();
      if (eldest != null) {
        eldest.getValue().close();
      }
    }
  }

  void failure(String text) {
    synchronized (taps) {
      taps.values().forEach(tap -> tap.failure(text));
    }
  }

  void close() {
    synchronized (taps) {
      closed = true;
      taps.values().forEach(WireTap::close);
    }
  }
}
