package org.wirebench.tool.socket.request;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.EndpointException;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.net.SocketSettings;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.core.request.CommonKinds;
import org.wirebench.core.request.TlsFields;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Kinds;
import org.wirebench.core.workspace.Reader;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;

/** The fields of a socket request, as they stand in a file and in the form. */
public final class SocketFields {
  private static final Messages TEXT = Messages.of(SocketFields.class);

  /** Whether to talk to a server or to be one. */
  public enum Mode {
    CLIENT,
    SERVER
  }

  public static final Field<Mode> MODE =
      Field.choice("mode", Mode.class).or(Mode.CLIENT).about(TEXT.get("field.mode"));
  public static final Field<Transport> TRANSPORT =
      Field.choice("transport", Transport.class)
          .or(Transport.TCP)
          .about(TEXT.get("field.transport"));
  public static final Field<String> HOST = Field.text("host").or("").about(TEXT.get("field.host"));
  public static final Field<Integer> PORT =
      Field.of(
              "port",
              Kinds.parsed(
                  TEXT.get("kind.port"),
                  text -> Endpoint.parsePort(text, 0),
                  port -> Integer.toString(port)))
          .or(0)
          .about(TEXT.get("field.port"));
  public static final Field<String> PATH = Field.path("path").or("").about(TEXT.get("field.path"));
  public static final Field<Family> FAMILY =
      Field.choice("family", Family.class).or(Family.ANY).about(TEXT.get("field.family"));

  static final Field<String> LOCAL_ADDRESS =
      Field.of(
              "address",
              Kinds.parsed(TEXT.get("kind.address"), SocketFields::address, text -> text))
          .or("")
          .about(TEXT.get("field.local.address"));
  static final Field<Integer> LOCAL_PORT =
      Field.integer("port", 0, 65535).or(0).about(TEXT.get("field.local.port"));
  static final Shape LOCAL_SHAPE = Shape.of(LOCAL_ADDRESS, LOCAL_PORT);
  public static final Field<ClientRequest.Local> LOCAL =
      Field.object("local", LOCAL_SHAPE, SocketFields::local, SocketFields::write)
          .or(ClientRequest.Local.ANY)
          .about(TEXT.get("field.local"));

  static final Field<Boolean> NO_DELAY =
      Field.flag("noDelay").or(true).about(TEXT.get("field.socket.noDelay"));
  static final Field<Boolean> KEEP_ALIVE =
      Field.flag("keepAlive").or(false).about(TEXT.get("field.socket.keepAlive"));
  static final Field<Long> SEND_BUFFER =
      Field.size("sendBuffer").about(TEXT.get("field.socket.sendBuffer"));
  static final Field<Long> RECEIVE_BUFFER =
      Field.size("receiveBuffer").about(TEXT.get("field.socket.receiveBuffer"));
  static final Shape SOCKET_SHAPE = Shape.of(NO_DELAY, KEEP_ALIVE, SEND_BUFFER, RECEIVE_BUFFER);
  public static final Field<SocketSettings> SOCKET =
      Field.object("socket", SOCKET_SHAPE, SocketFields::socket, SocketFields::write)
          .or(SocketSettings.DEFAULT)
          .about(TEXT.get("field.socket"));

  public static final Field<TlsSettings> TLS =
      Field.of("tls", TlsFields.client()).or(TlsSettings.DEFAULT).about(TEXT.get("field.tls"));
  public static final Field<ProxySettings> PROXY =
      Field.of("proxy", CommonKinds.proxy()).about(TEXT.get("field.proxy"));

  public static final Field<Boolean> BROADCAST =
      Field.flag("broadcast").or(false).about(TEXT.get("field.broadcast"));
  public static final Field<String> INTERFACE =
      Field.text("interface").or("").about(TEXT.get("field.interface"));
  public static final Field<Integer> TTL =
      Field.integer("ttl", 0, 255).about(TEXT.get("field.ttl"));
  public static final Field<List<String>> JOIN =
      Field.list("join", Kinds.text()).or(List.of()).about(TEXT.get("field.join"));

  public static final Field<Charset> CHARSET =
      Field.of("charset", CommonKinds.charset())
          .or(StandardCharsets.UTF_8)
          .about(TEXT.get("field.charset"));
  public static final Field<LineEnding> LINE_ENDING =
      Field.choice("lineEnding", LineEnding.class)
          .or(LineEnding.LF)
          .about(TEXT.get("field.lineEnding"));

  static final Field<String> MACRO_NAME =
      Field.text("name").required().about(TEXT.get("field.macro.name"));
  static final Field<Payload> MACRO_SEND =
      Field.of("send", StepKinds.payload()).required().about(TEXT.get("field.macro.send"));
  static final Field<String> MACRO_KEY =
      Field.text("key").or("").about(TEXT.get("field.macro.key"));
  static final Shape MACRO_SHAPE = Shape.of(MACRO_NAME, MACRO_SEND, MACRO_KEY);
  public static final Field<List<SocketRequest.Macro>> MACROS =
      Field.list("macros", Kinds.object(MACRO_SHAPE, SocketFields::macro, SocketFields::write))
          .or(List.of())
          .about(TEXT.get("field.macros"));

  public static final Field<Generation> GENERATE = Generation.FIELD;

  public static final Field<List<Payload>> SEND =
      Field.of("send", Kinds.oneOrMore(StepKinds.payload()))
          .or(List.of())
          .about(TEXT.get("field.send"));
  public static final Field<Step.Until> UNTIL =
      Field.of("until", StepKinds.until()).about(TEXT.get("field.until"));
  public static final Field<List<Step>> STEPS =
      Field.list("steps", StepKinds.step()).or(List.of()).about(TEXT.get("field.steps"));
  public static final Field<Duration> TIMEOUT =
      Field.duration("timeout").about(TEXT.get("field.timeout"));

  public static final Field<Behaviour> BEHAVIOUR =
      Field.of("behaviour", BehaviourKinds.behaviour())
          .or(new Behaviour.Nothing())
          .about(TEXT.get("field.behaviour"));
  public static final Field<Integer> MAX_CLIENTS =
      Field.integer("maxClients", 1, 100_000)
          .or(ServerRequest.DEFAULT_MAX_CLIENTS)
          .about(TEXT.get("field.maxClients"));
  public static final Field<KeySource> IDENTITY =
      Field.of("identity", TlsFields.identity()).about(TEXT.get("field.identity"));

  private SocketFields() {}

  private static String address(String text) throws EndpointException {
    return text.isEmpty() ? text : new Endpoint(text, 0).host();
  }

  private static ClientRequest.Local local(Reader reader) {
    return new ClientRequest.Local(reader.get(LOCAL_ADDRESS), reader.get(LOCAL_PORT));
  }

  private static Tree.Fields write(ClientRequest.Local local) {
    return LOCAL_SHAPE
        .writer()
        .put(LOCAL_ADDRESS, local.address())
        .put(LOCAL_PORT, local.port())
        .fields();
  }

  private static SocketSettings socket(Reader reader) {
    return new SocketSettings(
        reader.get(NO_DELAY),
        reader.get(KEEP_ALIVE),
        buffer(reader, SEND_BUFFER),
        buffer(reader, RECEIVE_BUFFER));
  }

  private static OptionalInt buffer(Reader reader, Field<Long> field) {
    Optional<Long> size = reader.find(field);
    if (size.filter(bytes -> bytes < 1 || bytes > Integer.MAX_VALUE).isPresent()) {
      reader.problem(field, TEXT.get("buffer.range"));
      return OptionalInt.empty();
    }
    return size.map(bytes -> OptionalInt.of(bytes.intValue())).orElseGet(OptionalInt::empty);
  }

  private static Tree.Fields write(SocketSettings socket) {
    var writer =
        SOCKET_SHAPE.writer().put(NO_DELAY, socket.noDelay()).put(KEEP_ALIVE, socket.keepAlive());
    socket.sendBuffer().ifPresent(size -> writer.put(SEND_BUFFER, (long) size));
    socket.receiveBuffer().ifPresent(size -> writer.put(RECEIVE_BUFFER, (long) size));
    return writer.fields();
  }

  private static SocketRequest.Macro macro(Reader reader) {
    return new SocketRequest.Macro(
        reader.get(MACRO_NAME), reader.get(MACRO_SEND), reader.get(MACRO_KEY));
  }

  private static Tree.Fields write(SocketRequest.Macro macro) {
    return MACRO_SHAPE
        .writer()
        .put(MACRO_NAME, macro.name())
        .put(MACRO_SEND, macro.send())
        .put(MACRO_KEY, macro.key())
        .fields();
  }
}
