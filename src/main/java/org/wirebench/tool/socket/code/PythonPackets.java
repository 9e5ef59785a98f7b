package org.wirebench.tool.socket.code;

import java.util.Optional;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.Family;
import org.wirebench.tool.socket.request.ServerRequest;

/** Writes one server of datagrams in Python. */
final class PythonPackets {
  private static final Snippets PIECES = PythonServer.PIECES;

  private final ServerRequest request;
  private final Program program;

  PythonPackets(ServerRequest request, Program program) {
    this.request = request;
    this.program = program;
  }

  void write(PythonBehaviour behaviour) {
    if (request.maxClients() != ServerRequest.DEFAULT_MAX_CLIENTS) {
      program.note(PIECES.get("note.max.datagram"));
    }
    behaviour.prepare();
    boolean dual = Texts.isDual(request) && request.join().isEmpty();
    Family family = dual ? Family.IPV6 : family();
    program.block(
        PIECES.get(
            "bind.udp", "family", PythonClient.family(family), "options", options(dual, family)));
    program.block(behaviour.packets());
  }

  /** A group decides on the family of its socket. */
  private Family family() {
    if (request.join().isEmpty()) {
      return PythonServer.family(request);
    }
    return request.join().getFirst().contains(":") ? Family.IPV6 : Family.IPV4;
  }

  private String options(boolean dual, Family family) {
    StringBuilder options = new StringBuilder();
    if (dual) {
      options.append(PIECES.get("udp.dual"));
    } else if (request.family() == Family.IPV6 && family == Family.IPV6) {
      options.append(PIECES.get("udp.six"));
    }
    request
        .socket()
        .sendBuffer()
        .ifPresent(
            size -> options.append(PIECES.get("udp.sendbuffer", "size", String.valueOf(size))));
    request
        .socket()
        .receiveBuffer()
        .ifPresent(
            size -> options.append(PIECES.get("udp.receivebuffer", "size", String.valueOf(size))));
    if (!request.join().isEmpty()) {
      program.needs("struct");
      options.append(PIECES.get("udp.reuse"));
      options.append(
          PythonMulticast.leaving(
              request.networkInterface(), Optional.empty(), family == Family.IPV4));
      options.append(PythonMulticast.joining(request.join(), request.networkInterface()));
    }
    return options.toString();
  }
}
