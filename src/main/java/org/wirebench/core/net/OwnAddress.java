package org.wirebench.core.net;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Locale;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.text.IpAddresses;
import org.wirebench.core.text.Messages;

/** The address and port of this machine that a client speaks from, where it is given. */
final class OwnAddress {
  private static final Messages TEXT = Messages.of(OwnAddress.class);

  private OwnAddress() {}

  /** Binds it; a port that our last connection has left behind is free for another peer. */
  static void bind(SocketChannel channel, InetSocketAddress own) throws IOException {
    if (own.getPort() != 0) {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
    }
    try {
      channel.bind(own);
    } catch (BindException refused) {
      throw isNotOurs(refused) ? notOurs(own, refused) : inUse(own, refused);
    }
  }

  /**
   * Why it could not be connected from there. The system still knows a connection that was closed a
   * moment ago (TIME_WAIT), and takes no other between the same two ports meanwhile.
   */
  static IOException explained(InetSocketAddress own, IOException failed) {
    return failed instanceof BindException && own.getPort() != 0
        ? failure(
            Kind.ADDRESS_IN_USE,
            TEXT.get("ownLeft.title"),
            TEXT.get("ownLeft.cause", String.valueOf(own.getPort())),
            TEXT.get("ownLeft.remedy"),
            failed)
        : failed;
  }

  private static boolean isNotOurs(BindException refused) {
    String said = FailureClassifier.message(refused).toLowerCase(Locale.ROOT);
    return said.contains("assign") || said.contains("not valid in its context");
  }

  private static NetException notOurs(InetSocketAddress own, IOException why) {
    return failure(
        Kind.INVALID,
        TEXT.get("notOurs.title"),
        TEXT.get("notOurs.own", IpAddresses.text(own.getAddress())),
        TEXT.get("notOurs.remedy"),
        why);
  }

  private static NetException inUse(InetSocketAddress own, IOException why) {
    return failure(
        Kind.ADDRESS_IN_USE,
        TEXT.get("ownInUse.title"),
        TEXT.get("ownInUse.cause", String.valueOf(own.getPort())),
        TEXT.get("ownInUse.remedy"),
        why);
  }

  private static NetException failure(
      Kind kind, String title, String cause, String remedy, IOException why) {
    return new NetException(FailureClassifier.failure(kind, title, cause, remedy, why), why);
  }
}
