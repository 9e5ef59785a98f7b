package org.wirebench.core.net;

import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.wire.WireTap;

/** A connection over a Unix-domain socket. */
final class UnixConnection extends StreamConnection {
  UnixConnection(SocketChannel channel, WireTap tap, Phases phases, JobContext context)
      throws IOException {
    super(channel, new ChannelInput(channel), new ChannelOutput(channel), tap, phases, context);
  }

  @Override
  PeerEnd orderlyEnd() {
    return PeerEnd.FIN;
  }

  @Override
  boolean isTcp() {
    return false;
  }

  @Override
  void sayGoodbye() {
    // The end of the socket is its goodbye.
  }

  @Override
  public Socket socket() {
    throw new UnsupportedOperationException("a Unix-domain socket");
  }
}
