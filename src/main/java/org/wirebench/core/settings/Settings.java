package org.wirebench.core.settings;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.WireLog;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Kinds;
import org.wirebench.core.workspace.Reader;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;

/**
 * What the user set.
 *
 * @param theme which colours the window has
 * @param fontPercent the size of all text, 80 to 200 percent
 * @param wire how much traffic is kept
 * @param proxy through what tools connect to other machines unless a request says otherwise; its
 *     password is never saved
 * @param connectTimeout how long a connection may take to be made unless a request says otherwise
 * @param replyTimeout how long a headless step waits for a reply unless a request says otherwise
 * @param variables what names stand for in requests
 */
public record Settings(
    ThemeChoice theme,
    int fontPercent,
    WireLog.Limits wire,
    ProxySettings proxy,
    Duration connectTimeout,
    Duration replyTimeout,
    Variables variables) {
  /** The smallest size of text, in percent. */
  public static final int SMALLEST_FONT = 80;

  /** The largest size of text, in percent. */
  public static final int LARGEST_FONT = 200;

  /** What holds until the user sets something else. */
  public static final Settings DEFAULT =
      new Settings(
          ThemeChoice.SYSTEM,
          100,
          WireLog.Limits.DEFAULT,
          NetDefaults.BUILT_IN.proxy(),
          NetDefaults.BUILT_IN.connectTimeout(),
          NetDefaults.BUILT_IN.replyTimeout(),
          Variables.NONE);

  private static final Messages TEXT = Messages.of(Settings.class);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final long MOST_HEAP = 16L << 30;

  /** The kind of a proxy. */
  public enum ProxyKind {
    NONE,
    HTTP,
    SOCKS5
  }

  private static final Field<ThemeChoice> THEME =
      Field.choice("theme", ThemeChoice.class).or(DEFAULT.theme);
  private static final Field<Integer> FONT =
      Field.integer("fontPercent", SMALLEST_FONT, LARGEST_FONT).or(DEFAULT.fontPercent);
  private static final Field<Long> WIRE_HEAP =
      Field.size("wireMemory").or(DEFAULT.wire.heapBytes());
  private static final Field<Long> WIRE_DISK = Field.size("wireDisk").or(DEFAULT.wire.diskBytes());
  private static final Field<ProxyKind> PROXY =
      Field.choice("proxy", ProxyKind.class).or(ProxyKind.NONE);
  private static final Field<Endpoint> PROXY_ADDRESS =
      Field.of(
          "proxyAddress",
          Kinds.parsed(
              TEXT.get("proxy.words"),
              text -> Endpoint.parse(text, Endpoint.NO_PORT),
              Endpoint::toString));
  private static final Field<String> PROXY_USER = Field.text("proxyUser").or("");
  private static final Field<Duration> CONNECT =
      Field.duration("connectTimeout").or(DEFAULT.connectTimeout);
  private static final Field<Duration> REPLY =
      Field.duration("replyTimeout").or(DEFAULT.replyTimeout);
  private static final Field<SequencedMap<String, String>> VARIABLES =
      Field.of("variables", Kinds.named(Kinds.text()))
          .or(Collections.unmodifiableSequencedMap(new LinkedHashMap<>()));

  /** The fields, as they are typed and saved. */
  public static final Shape SHAPE =
      Shape.of(
          THEME,
          FONT,
          WIRE_HEAP,
          WIRE_DISK,
          PROXY,
          PROXY_ADDRESS,
          PROXY_USER,
          CONNECT,
          REPLY,
          VARIABLES);

  /** The settings that were typed. Paths of problems begin with {@code settings}. */
  public static Bound<Settings> bind(Tree.Fields typed) {
    return SHAPE.bind(typed, "settings", read -> new Binding(read).settings());
  }

  /** How settings are typed; binding it gives equal settings, but for the proxy's password. */
  public Tree.Fields write() {
    Shape.Writer writer =
        SHAPE
            .writer()
            .put(THEME, theme)
            .put(FONT, fontPercent)
            .put(WIRE_HEAP, wire.heapBytes())
            .put(WIRE_DISK, wire.diskBytes())
            .put(CONNECT, connectTimeout)
            .put(REPLY, replyTimeout)
            .put(VARIABLES, new LinkedHashMap<>(variables.values()));
    return switch (proxy) {
      case ProxySettings.None _ -> writer.fields();
      case ProxySettings.HttpConnect http ->
          write(writer, ProxyKind.HTTP, http.server(), http.user());
      case ProxySettings.Socks5 socks ->
          write(writer, ProxyKind.SOCKS5, socks.server(), socks.user());
    };
  }

  private static Tree.Fields write(
      Shape.Writer writer, ProxyKind kind, Endpoint server, String user) {
    return writer.put(PROXY, kind).put(PROXY_ADDRESS, server).put(PROXY_USER, user).fields();
  }

  /** What holds for a request that leaves it open. */
  public NetDefaults defaults() {
    return new NetDefaults(proxy, connectTimeout, replyTimeout, Optional.empty());
  }

  /** The same through another proxy. */
  public Settings withProxy(ProxySettings other) {
    return new Settings(theme, fontPercent, wire, other, connectTimeout, replyTimeout, variables);
  }

  /** The same in other colours. */
  public Settings withTheme(ThemeChoice other) {
    return new Settings(other, fontPercent, wire, proxy, connectTimeout, replyTimeout, variables);
  }

  /** The same with text of another size, in percent. */
  public Settings withFontPercent(int percent) {
    return new Settings(theme, percent, wire, proxy, connectTimeout, replyTimeout, variables);
  }

  /** The same with other variables. */
  public Settings withVariables(Variables others) {
    return new Settings(theme, fontPercent, wire, proxy, connectTimeout, replyTimeout, others);
  }

  /** Settings on their way from fields that are well each by itself. */
  private record Binding(Reader read) {
    Settings settings() {
      return new Settings(
          read.get(THEME),
          read.get(FONT),
          limits(),
          proxy(),
          timeout(CONNECT),
          timeout(REPLY),
          variables());
    }

    private Variables variables() {
      SequencedMap<String, String> typed = read.get(VARIABLES);
      typed.keySet().stream()
          .filter(name -> !Variables.isName(name))
          .forEach(name -> read.problem(VARIABLES, TEXT.get("variables.name", name)));
      return new Variables(typed);
    }

    private WireLog.Limits limits() {
      long heap = read.get(WIRE_HEAP);
      if (heap < WireLog.Limits.SMALLEST_HEAP || heap > MOST_HEAP) {
        read.problem(WIRE_HEAP, TEXT.get("wire.heap"));
        return WireLog.Limits.DEFAULT;
      }
      return new WireLog.Limits(heap, read.get(WIRE_DISK));
    }

    private ProxySettings proxy() {
      Function<Endpoint, ProxySettings> kind =
          switch (read.get(PROXY)) {
            case NONE -> _ -> ProxySettings.NONE;
            case HTTP -> server -> new ProxySettings.HttpConnect(server, read.get(PROXY_USER), "");
            case SOCKS5 -> server -> new ProxySettings.Socks5(server, read.get(PROXY_USER), "");
          };
      if (read.find(PROXY_ADDRESS).isPresent()) {
        try {
          return kind.apply(read.get(PROXY_ADDRESS));
        } catch (IllegalArgumentException impossible) {
          read.problem(PROXY_USER, String.valueOf(impossible.getMessage()));
          return ProxySettings.NONE;
        }
      }
      if (read.get(PROXY) != ProxyKind.NONE) {
        read.problem(PROXY_ADDRESS, TEXT.get("proxy.address"));
      }
      return ProxySettings.NONE;
    }

    private Duration timeout(Field<Duration> field) {
      Duration value = read.get(field);
      if (!value.isPositive() || value.compareTo(LONGEST) > 0) {
        read.problem(field, TEXT.get("timeout.range"));
      }
      return value;
    }
  }
}
