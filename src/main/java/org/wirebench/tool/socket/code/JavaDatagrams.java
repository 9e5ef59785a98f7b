package org.wirebench.tool.socket.code;

import static org.wirebench.core.code.JavaCode.string;

import java.net.InetAddress;
import java.util.List;
import org.wirebench.core.code.JavaProgram;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.Family;
import org.wirebench.tool.socket.request.ClientRequest;

/** Writes how a client in Java opens a socket for datagrams. */
final class JavaDatagrams {
  private final Snippets pieces;
  private final ClientRequest request;
  private final JavaProgram program;

  JavaDatagrams(Snippets pieces, ClientRequest request, JavaProgram program) {
    this.pieces = pieces;
    this.request = request;
    this.program = program;
  }

  void write() {
    program
        .main()
        .block(
            pieces.get(
                "udp",
                "host",
                host(),
                "options",
                options(),
                "local",
                local(),
                "groups",
                groups(),
                "connect",
                Texts.isOnePeer(request) ? pieces.get("udp.connect") : ""));
  }

  /** The host, or the address that was found for it. */
  private String host() {
    if (request.family() == Family.ANY || Texts.literal(request.host()).isPresent()) {
      return "HOST";
    }
    String kind = request.family() == Family.IPV4 ? "Inet4Address" : "Inet6Address";
    program.main().block(pieces.get("address.family", "kind", kind));
    program.method(pieces.get("method.fail"));
    return "found";
  }

  private String options() {
    StringBuilder buffers = new StringBuilder();
    request
        .socket()
        .sendBuffer()
        .ifPresent(
            size -> buffers.append(pieces.get("option.sendbuffer", "size", String.valueOf(size))));
    request
        .socket()
        .receiveBuffer()
        .ifPresent(
            size ->
                buffers.append(pieces.get("option.receivebuffer", "size", String.valueOf(size))));
    // Java allows broadcasts where nothing else is said.
    return buffers
        + pieces.get("udp.broadcast", "flag", String.valueOf(request.datagrams().broadcast()))
        + (request.datagrams().join().isEmpty() ? "" : pieces.get("udp.reuse"));
  }

  private String local() {
    ClientRequest.Local local = request.local();
    if (local.equals(ClientRequest.Local.ANY)) {
      return pieces.get("udp.any");
    }
    return pieces.get(
        "udp.local",
        "address",
        local.address().isEmpty() ? "" : string(local.address()) + ", ",
        "port",
        String.valueOf(local.port()));
  }

  private String groups() {
    ClientRequest.Datagrams datagrams = request.datagrams();
    List<String> join = datagrams.join();
    boolean group =
        Texts.literal(request.host()).filter(InetAddress::isMulticastAddress).isPresent();
    if (!group && join.isEmpty()) {
      return "";
    }
    StringBuilder lines = new StringBuilder();
    boolean named = !datagrams.networkInterface().isEmpty();
    if (named) {
      lines.append(pieces.get("udp.interface", "name", string(datagrams.networkInterface())));
    }
    datagrams
        .ttl()
        .ifPresent(ttl -> lines.append(pieces.get("udp.ttl", "ttl", String.valueOf(ttl))));
    for (String one : join) {
      lines.append(
          pieces.get("udp.join", "group", string(one.strip()), "card", named ? "card" : "null"));
    }
    return lines.toString();
  }
}
