package org.wirebench.tool.socket.code;

import static org.wirebench.core.code.ShellCode.word;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.Step;

/** Writes one client as a command: with which program, and how it connects. */
final class ShellClient {
  /** socat has no name for IPV6_MULTICAST_HOPS; these are its numbers on Linux. */
  private static final String HOPS = ",setsockopt-int=41:18:";

  static final Snippets PIECES = Snippets.of(ShellClient.class, "shell.txt");

  private final ClientRequest request;
  private final Program program = new Program();
  private final ShellInput input;

  ShellClient(ClientRequest request) {
    this.request = request;
    this.input = new ShellInput(request, program);
  }

  Program write() {
    String command =
        switch (request.transport()) {
          case TCP -> usesSocat() ? socat() : nc();
          case TLS -> new ShellTls(request, program).write();
          case UDP -> Texts.isOnePeer(request) && !hasGroups() ? ncDatagrams() : socatDatagrams();
          case UNIX -> unix();
        };
    title(command.substring(0, command.indexOf(' ')));
    if (!request.talk().generation().isEmpty()) {
      program.note(PIECES.get("note.generator"));
    }
    boolean isAwaited = !resets() && new ShellAwait(request, program).write();
    program.block(
        input.piped("timeout " + Texts.seconds(Texts.timeout(request)) + " " + command, isAwaited));
    return program;
  }

  private void title(String tool) {
    String target = Texts.target(request);
    switch (request.transport()) {
      case TCP -> program.title(PIECES.get("title.tcp", "target", target));
      case TLS -> program.title(PIECES.get("title.tls", "target", target));
      case UDP -> program.title(PIECES.get("title.udp", "target", target));
      case UNIX -> program.title(PIECES.get("title.unix", "target", target));
    }
    program.title(PIECES.get("run", "tools", tool));
  }

  private boolean resets() {
    return request.steps().contains(new Step.Reset());
  }

  private boolean halfCloses() {
    return request.steps().contains(new Step.HalfClose());
  }

  private boolean usesSocat() {
    return request.socket().keepAlive() || resets();
  }

  private boolean hasGroups() {
    return !request.datagrams().join().isEmpty();
  }

  /** How nc says which protocol to use. */
  private String family() {
    return switch (request.family()) {
      case ANY -> "";
      case IPV4 -> " -4";
      case IPV6 -> " -6";
    };
  }

  private String local() {
    ClientRequest.Local local = request.local();
    return (local.address().isEmpty() ? "" : " -s " + word(local.address()))
        + (local.port() == 0 ? "" : " -p " + local.port());
  }

  private String nc() {
    StringBuilder command = new StringBuilder("nc").append(family()).append(local());
    if (halfCloses()) {
      command.append(" -N");
    }
    command.append(buffers());
    if (request.socket().noDelay() && ShellInput.sends(request) > 1) {
      program.note(PIECES.get("note.nodelay"));
    }
    if (request.local().port() != 0) {
      program.note(PIECES.get("note.port.left"));
    }
    switch (Texts.proxy(request)) {
      case ProxySettings.None() -> {
        // Straight to the server.
      }
      case ProxySettings.HttpConnect(var server, String user, var _) ->
          command.append(proxy("connect", server.toString(), user));
      case ProxySettings.Socks5(var server, String user, var _) ->
          command.append(proxy("5", server.toString(), user));
    }
    return command
        .append(' ')
        .append(word(Texts.host(request.host())))
        .append(' ')
        .append(request.port())
        .toString();
  }

  private String buffers() {
    StringBuilder options = new StringBuilder();
    request.socket().sendBuffer().ifPresent(size -> options.append(" -O ").append(size));
    request.socket().receiveBuffer().ifPresent(size -> options.append(" -I ").append(size));
    return options.toString();
  }

  private String proxy(String kind, String server, String user) {
    if (request.family() != Family.ANY) {
      program.note(PIECES.get("note.proxy.family"));
    }
    if (user.isEmpty()) {
      return " -X " + kind + " -x " + word(server);
    }
    program.note(PIECES.get("note.proxy.login"));
    return " -X " + kind + " -x " + word(server) + " -P " + word(user);
  }

  /** The version of the protocol in the names of socat's addresses. */
  static String version(Family family, String host) {
    Optional<InetAddress> literal = Texts.literal(host);
    if (family == Family.IPV6 || literal.filter(Inet6Address.class::isInstance).isPresent()) {
      return "6";
    }
    boolean four = literal.filter(Inet4Address.class::isInstance).isPresent();
    return family == Family.IPV4 || four ? "4" : "";
  }

  private String socat() {
    if (!Texts.proxy(request).equals(ProxySettings.NONE)) {
      program.note(PIECES.get("note.proxy.socat"));
    }
    StringBuilder address =
        new StringBuilder("TCP")
            .append(version(request.family(), request.host()))
            .append(':')
            .append(Texts.authority(request.host(), request.port()))
            .append(socatLocal())
            .append(request.local().port() == 0 ? "" : ",reuseaddr")
            .append(Socat.options(request.socket()));
    String mode = halfCloses() ? "-" : "-,ignoreeof";
    String patience = " -t " + Texts.seconds(Texts.timeout(request));
    if (resets()) {
      program.note(PIECES.get("note.reset.read"));
      return "socat -u - " + word(address.append(",linger=0,shut-close").toString());
    }
    return "socat" + patience + " " + mode + " " + word(address.toString());
  }

  private String socatLocal() {
    ClientRequest.Local local = request.local();
    String bind = local.address().isEmpty() ? "" : ",bind=" + Socat.host(local.address());
    return bind + (local.port() == 0 ? "" : ",sourceport=" + local.port());
  }

  private String unix() {
    if (resets()) {
      program.note(PIECES.get("note.reset.other"));
    }
    return "nc" + (halfCloses() ? " -N" : "") + " -U " + word(request.path());
  }

  private void datagramNotes() {
    if (halfCloses()) {
      program.note(PIECES.get("note.halfclose.udp"));
    }
    if (resets()) {
      program.note(PIECES.get("note.reset.other"));
    }
  }

  private String ncDatagrams() {
    datagramNotes();
    return "nc -u"
        + family()
        + local()
        + buffers()
        + " "
        + word(Texts.host(request.host()))
        + " "
        + request.port();
  }

  private String socatDatagrams() {
    datagramNotes();
    ClientRequest.Datagrams datagrams = request.datagrams();
    List<String> join = datagrams.join();
    boolean six =
        version(request.family(), join.isEmpty() ? request.host() : join.getFirst()).equals("6");
    String card = datagrams.networkInterface();
    String host = Texts.host(request.host());
    StringBuilder address =
        new StringBuilder(six ? "UDP6-DATAGRAM:" : "UDP4-DATAGRAM:")
            .append(six ? "[" + host + (card.isEmpty() ? "" : "%" + card) + "]" : host)
            .append(':')
            .append(request.port())
            .append(socatLocal());
    if (datagrams.broadcast()) {
      address.append(",broadcast");
    }
    if (hasGroups()) {
      address.append(",reuseaddr");
    }
    address.append(Socat.buffers(request.socket()));
    boolean group =
        Texts.literal(request.host()).filter(InetAddress::isMulticastAddress).isPresent();
    String quoted = "";
    if (!six && group && !card.isEmpty()) {
      program.block(PIECES.get("interface", "name", word(card)));
      quoted = "\",ip-multicast-if=$interface\"";
    }
    datagrams.ttl().ifPresent(ttl -> address.append(six ? HOPS : ",ip-multicast-ttl=").append(ttl));
    join.forEach(one -> address.append(Socat.join(one.strip(), card)));
    return "socat -,ignoreeof " + word(address.toString()) + quoted;
  }
}
