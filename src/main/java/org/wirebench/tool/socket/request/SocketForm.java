package org.wirebench.tool.socket.request;

import static org.wirebench.tool.socket.request.SocketFields.BEHAVIOUR;
import static org.wirebench.tool.socket.request.SocketFields.BROADCAST;
import static org.wirebench.tool.socket.request.SocketFields.CHARSET;
import static org.wirebench.tool.socket.request.SocketFields.FAMILY;
import static org.wirebench.tool.socket.request.SocketFields.GENERATE;
import static org.wirebench.tool.socket.request.SocketFields.HOST;
import static org.wirebench.tool.socket.request.SocketFields.IDENTITY;
import static org.wirebench.tool.socket.request.SocketFields.INTERFACE;
import static org.wirebench.tool.socket.request.SocketFields.JOIN;
import static org.wirebench.tool.socket.request.SocketFields.LINE_ENDING;
import static org.wirebench.tool.socket.request.SocketFields.LOCAL;
import static org.wirebench.tool.socket.request.SocketFields.MACROS;
import static org.wirebench.tool.socket.request.SocketFields.MAX_CLIENTS;
import static org.wirebench.tool.socket.request.SocketFields.MODE;
import static org.wirebench.tool.socket.request.SocketFields.PATH;
import static org.wirebench.tool.socket.request.SocketFields.PORT;
import static org.wirebench.tool.socket.request.SocketFields.PROXY;
import static org.wirebench.tool.socket.request.SocketFields.SEND;
import static org.wirebench.tool.socket.request.SocketFields.SOCKET;
import static org.wirebench.tool.socket.request.SocketFields.STEPS;
import static org.wirebench.tool.socket.request.SocketFields.TIMEOUT;
import static org.wirebench.tool.socket.request.SocketFields.TLS;
import static org.wirebench.tool.socket.request.SocketFields.TRANSPORT;
import static org.wirebench.tool.socket.request.SocketFields.TTL;
import static org.wirebench.tool.socket.request.SocketFields.UNTIL;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Reader;
import org.wirebench.core.workspace.Secrets;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;

/** Makes socket requests of what was typed, and writes them as it is typed. */
public final class SocketForm {
  /** All fields, in the order in which they are written. */
  public static final Shape SHAPE =
      Shape.of(
          MODE,
          TRANSPORT,
          HOST,
          PORT,
          PATH,
          FAMILY,
          LOCAL,
          SOCKET,
          TLS,
          IDENTITY,
          PROXY,
          BROADCAST,
          INTERFACE,
          TTL,
          JOIN,
          MAX_CLIENTS,
          BEHAVIOUR,
          CHARSET,
          LINE_ENDING,
          MACROS,
          GENERATE,
          SEND,
          UNTIL,
          STEPS,
          TIMEOUT);

  private static final Messages TEXT = Messages.of(SocketForm.class);

  private SocketForm() {}

  /**
   * Makes a request of {@code typed}, whose variables are resolved. What its mode and its transport
   * do not have is ignored.
   */
  public static Bound<SocketRequest> bind(Tree.Fields typed) {
    return SHAPE.bind(relevant(typed), "request", SocketForm::make);
  }

  /** {@code typed} without the fields that its mode and its transport do not have. */
  public static Tree.Fields relevant(Tree.Fields typed) {
    return Relevance.relevant(typed);
  }

  /** What has no effect beside the rest of {@code typed}, and why. */
  public static List<Problem> unused(Tree.Fields typed) {
    List<Problem> unused = new ArrayList<>(Relevance.unused(typed, "request."));
    unused.addAll(Ineffective.in(relevant(typed)));
    return unused;
  }

  /** The rules of a server that never have their turn, and why. */
  public static List<Problem> shadowedRules(Tree.Fields typed) {
    return Ineffective.shadowedRules(relevant(typed));
  }

  /** {@code typed} without passwords, but for those that are variables. */
  public static Tree.Fields withoutSecrets(Tree.Fields typed) {
    Tree.Fields left = Secrets.withoutPassword(typed, "proxy");
    left = Secrets.without(left, "identity.password");
    return Secrets.without(left, "tls.identity.password");
  }

  private static SocketRequest make(Reader reader) {
    FormChecks checks = new FormChecks(reader);
    new TextChecks(reader).check();
    checks.groups();
    return switch (reader.get(MODE)) {
      case CLIENT -> client(reader, checks);
      case SERVER -> server(reader, checks);
    };
  }

  private static SocketRequest client(Reader reader, FormChecks checks) {
    Transport transport = reader.get(TRANSPORT);
    if (!checks.remoteAddress(transport)) {
      throw new IllegalArgumentException("no address: noted above");
    }
    return new ClientRequest(
        transport,
        transport.hasPort() ? reader.get(HOST) : "",
        transport.hasPort() ? reader.get(PORT) : 0,
        transport.hasPort() ? "" : reader.get(PATH),
        reader.get(FAMILY),
        reader.get(LOCAL),
        reader.get(SOCKET),
        reader.get(TLS),
        reader.find(PROXY),
        new ClientRequest.Datagrams(
            reader.get(BROADCAST), reader.get(INTERFACE), reader.find(TTL), reader.get(JOIN)),
        talk(reader),
        steps(reader),
        timeout(reader));
  }

  private static SocketRequest server(Reader reader, FormChecks checks) {
    Transport transport = reader.get(TRANSPORT);
    if (!checks.localAddress(transport)) {
      throw new IllegalArgumentException("no address: noted above");
    }
    return new ServerRequest(
        transport,
        transport.hasPort() ? reader.get(HOST) : "",
        transport.hasPort() ? reader.get(PORT) : 0,
        transport.hasPort() ? "" : reader.get(PATH),
        reader.get(FAMILY),
        reader.get(SOCKET),
        reader.find(IDENTITY),
        reader.get(MAX_CLIENTS),
        reader.get(JOIN),
        reader.get(INTERFACE),
        reader.get(BEHAVIOUR),
        talk(reader),
        steps(reader),
        timeout(reader));
  }

  private static Optional<Duration> timeout(Reader reader) {
    Optional<Duration> timeout = reader.find(TIMEOUT);
    if (timeout.filter(Duration::isZero).isPresent()) {
      reader.problem(TIMEOUT, TEXT.get("timeout.zero"));
    }
    return timeout;
  }

  private static SocketRequest.Talk talk(Reader reader) {
    return new SocketRequest.Talk(
        reader.get(CHARSET), reader.get(LINE_ENDING), reader.get(MACROS), reader.get(GENERATE));
  }

  /** The steps: listed, or in the short form of sends and one wait. */
  private static List<Step> steps(Reader reader) {
    boolean shortForm = reader.has(SEND) || reader.has(UNTIL);
    if (reader.has(STEPS) && shortForm) {
      reader.problem(STEPS, TEXT.get("steps.twice"));
    }
    if (!shortForm) {
      return reader.get(STEPS);
    }
    List<Step> steps = new ArrayList<>();
    reader.get(SEND).forEach(payload -> steps.add(new Step.Send(payload)));
    reader.find(UNTIL).ifPresent(until -> steps.add(new Step.Await(until)));
    return steps;
  }

  /** How {@code request} is typed; binding it gives an equal request. */
  public static Tree.Fields write(SocketRequest request) {
    Shape.Writer writer = SHAPE.writer().put(TRANSPORT, request.transport());
    switch (request) {
      case ClientRequest client -> write(client, writer);
      case ServerRequest server -> write(server, writer);
    }
    writer
        .put(CHARSET, request.talk().charset())
        .put(LINE_ENDING, request.talk().lineEnding())
        .put(MACROS, request.talk().macros())
        .put(GENERATE, request.talk().generation())
        .put(TIMEOUT, request.timeout());
    writeSteps(request.steps(), writer);
    return writer.fields();
  }

  /** What of {@code request} counts only while a connection, or a server, is opened. */
  public static Tree.Fields connection(SocketRequest request) {
    Tree.Fields fields = write(request);
    for (Field<?> later :
        List.of(CHARSET, LINE_ENDING, MACROS, GENERATE, SEND, UNTIL, STEPS, TIMEOUT)) {
      fields = fields.without(later.name());
    }
    return fields;
  }

  private static void write(ClientRequest client, Shape.Writer writer) {
    writer
        .put(MODE, SocketFields.Mode.CLIENT)
        .put(HOST, client.host())
        .put(PORT, client.port())
        .put(PATH, client.path())
        .put(FAMILY, client.family())
        .put(LOCAL, client.local())
        .put(SOCKET, client.socket())
        .put(TLS, client.tls())
        .put(PROXY, client.proxy())
        .put(BROADCAST, client.datagrams().broadcast())
        .put(INTERFACE, client.datagrams().networkInterface())
        .put(TTL, client.datagrams().ttl())
        .put(JOIN, client.datagrams().join());
  }

  private static void write(ServerRequest server, Shape.Writer writer) {
    writer
        .put(MODE, SocketFields.Mode.SERVER)
        .put(HOST, server.host())
        .put(PORT, server.port())
        .put(PATH, server.path())
        .put(FAMILY, server.family())
        .put(SOCKET, server.socket())
        .put(IDENTITY, server.identity())
        .put(MAX_CLIENTS, server.maxClients())
        .put(JOIN, server.join())
        .put(INTERFACE, server.networkInterface())
        .put(BEHAVIOUR, server.behaviour());
  }

  private static void writeSteps(List<Step> steps, Shape.Writer writer) {
    Optional<Step.Until> last =
        !steps.isEmpty() && steps.getLast() instanceof Step.Await(Step.Until until)
            ? Optional.of(until)
            : Optional.empty();
    List<Step> before = steps.subList(0, steps.size() - (last.isPresent() ? 1 : 0));
    List<Payload> sends = Step.payloads(before);
    if (sends.size() == before.size()) {
      writer.put(SEND, sends).put(UNTIL, last);
    } else {
      writer.put(STEPS, steps);
    }
  }
}
