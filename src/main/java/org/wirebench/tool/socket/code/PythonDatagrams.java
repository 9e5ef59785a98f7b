package org.wirebench.tool.socket.code;

import static org.wirebench.core.code.PythonCode.string;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.Family;
import org.wirebench.tool.socket.request.ClientRequest;

/** Writes how a client in Python opens a socket for datagrams. */
final class PythonDatagrams {
  private final Snippets pieces;
  private final ClientRequest request;
  private final Program program;

  PythonDatagrams(Snippets pieces, ClientRequest request, Program program) {
    this.pieces = pieces;
    this.request = request;
    this.program = program;
  }

  void write() {
    Optional<InetAddress> literal = Texts.literal(request.host());
    String options = options(literal);
    program.block(
        literal.isPresent()
            ? pieces.get("udp.literal", "family", family(literal.get()), "options", options)
            : pieces.get(
                "udp.name", "family", PythonClient.family(request.family()), "options", options));
    if (Texts.isOnePeer(request)) {
      program.lines(pieces.get("udp.connect"));
    }
    program.lines(pieces.get("udp.ready"));
  }

  private static String family(InetAddress address) {
    return PythonClient.family(address instanceof Inet4Address ? Family.IPV4 : Family.IPV6);
  }

  private String options(Optional<InetAddress> literal) {
    StringBuilder options = new StringBuilder();
    ClientRequest.Datagrams datagrams = request.datagrams();
    request
        .socket()
        .sendBuffer()
        .ifPresent(
            size -> options.append(pieces.get("option.sendbuffer", "size", String.valueOf(size))));
    request
        .socket()
        .receiveBuffer()
        .ifPresent(
            size ->
                options.append(pieces.get("option.receivebuffer", "size", String.valueOf(size))));
    if (datagrams.broadcast()) {
      options.append(pieces.get("udp.broadcast"));
    }
    if (!datagrams.join().isEmpty()) {
      options.append(pieces.get("udp.reuse"));
    }
    boolean local = !request.local().equals(ClientRequest.Local.ANY);
    if (local || !Texts.isOnePeer(request) || !datagrams.join().isEmpty()) {
      options.append(
          pieces.get(
              "bind",
              "address",
              string(request.local().address()),
              "port",
              String.valueOf(request.local().port())));
    }
    boolean multicast =
        literal.filter(InetAddress::isMulticastAddress).isPresent() || !datagrams.join().isEmpty();
    if (multicast) {
      boolean v4 = literal.map(Inet4Address.class::isInstance).orElse(true);
      options.append(PythonMulticast.leaving(datagrams.networkInterface(), datagrams.ttl(), v4));
      options.append(PythonMulticast.joining(datagrams.join(), datagrams.networkInterface()));
      program.needs(
          datagrams.networkInterface().isEmpty() && datagrams.join().isEmpty()
              ? "socket"
              : "struct");
    }
    return options.toString();
  }
}
