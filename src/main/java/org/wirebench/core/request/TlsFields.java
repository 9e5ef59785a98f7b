package org.wirebench.core.request;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.core.net.tls.TlsSettings.Trust;
import org.wirebench.core.net.tls.TlsVersion;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Kind;
import org.wirebench.core.workspace.Kinds;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Reader;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;

/** How TLS is typed in a file. */
public final class TlsFields {
  private static final Messages TEXT = Messages.of(TlsFields.class);

  /** Whom a client believes. */
  public enum TrustKind {
    SYSTEM,
    AUTHORITY,
    PINNED,
    NONE
  }

  private static final Field<String> CERTIFICATE =
      Field.path("certificate").required().about(TEXT.get("identity.certificate"));
  private static final Field<String> KEY = Field.path("key").about(TEXT.get("identity.key"));
  private static final Field<String> PASSWORD =
      Field.text("password").or("").about(TEXT.get("identity.password"));
  private static final Shape IDENTITY_SHAPE = Shape.of(CERTIFICATE, KEY, PASSWORD);

  private static final Field<TrustKind> TRUST =
      Field.choice("trust", TrustKind.class).or(TrustKind.SYSTEM).about(TEXT.get("tls.trust"));
  private static final Field<String> AUTHORITY =
      Field.path("authority").about(TEXT.get("tls.authority"));
  private static final Field<String> PIN = Field.text("sha256").about(TEXT.get("tls.sha256"));
  private static final Field<KeySource> CLIENT =
      Field.of("identity", identity()).about(TEXT.get("tls.identity"));
  private static final Field<String> SERVER_NAME =
      Field.text("serverName").or("").about(TEXT.get("tls.serverName"));
  private static final Field<List<String>> ALPN =
      Field.list("alpn", Kinds.text()).or(List.of()).about(TEXT.get("tls.alpn"));

  /** 1 to 255 bytes (RFC 7301 section 3.1), each of which the platform takes as one character. */
  private static final Pattern ALPN_NAME = Pattern.compile("[\\x00-\\xff]{1,255}");

  private static final Field<TlsVersion> MINIMUM =
      Field.choice("minimum", TlsVersion.class)
          .or(TlsSettings.DEFAULT.minimum())
          .about(TEXT.get("tls.minimum"));
  private static final Field<TlsVersion> MAXIMUM =
      Field.choice("maximum", TlsVersion.class)
          .or(TlsSettings.DEFAULT.maximum())
          .about(TEXT.get("tls.maximum"));
  private static final Shape CLIENT_SHAPE =
      Shape.of(TRUST, AUTHORITY, PIN, CLIENT, SERVER_NAME, ALPN, MINIMUM, MAXIMUM);

  private TlsFields() {}

  /** TLS of a client. */
  public static Kind<TlsSettings> client() {
    return Kinds.object(CLIENT_SHAPE, TlsFields::settings, TlsFields::write);
  }

  /** Who one is: a certificate and its key. */
  public static Kind<KeySource> identity() {
    return Kinds.object(IDENTITY_SHAPE, TlsFields::source, TlsFields::write);
  }

  private static KeySource source(Reader reader) {
    Path certificate = Path.of(reader.get(CERTIFICATE));
    String password = reader.get(PASSWORD);
    return reader
        .find(KEY)
        .<KeySource>map(key -> new KeySource.Pem(certificate, Path.of(key), password))
        .orElseGet(() -> new KeySource.Pkcs12(certificate, password));
  }

  private static Tree.Fields write(KeySource source) {
    Shape.Writer writer = IDENTITY_SHAPE.writer();
    return switch (source) {
      case KeySource.Pkcs12(Path file, String password) ->
          writer.put(CERTIFICATE, file.toString()).put(PASSWORD, password).fields();
      case KeySource.Pem(Path certificates, Path key, String password) ->
          writer
              .put(CERTIFICATE, certificates.toString())
              .put(KEY, key.toString())
              .put(PASSWORD, password)
              .fields();
      case KeySource.Held _ -> writer.fields();
    };
  }

  /**
   * What of {@code typed} tells whom to trust, where another way to trust is chosen; nothing while
   * that is not known.
   *
   * @param prefix of the paths
   */
  public static List<Problem> unused(Tree.Fields typed, String prefix) {
    Optional<String> chosen = typed.text(TRUST.name()).filter(text -> !text.isBlank());
    String trust = chosen.orElse("system").strip().toLowerCase(Locale.ROOT);
    boolean known =
        Arrays.stream(TrustKind.values()).anyMatch(kind -> kind.name().equalsIgnoreCase(trust));
    List<Problem> unused = new ArrayList<>();
    if (known && !trust.equals("pinned")) {
      addUnused(unused, typed, PIN, prefix, trust);
    }
    if (known && !trust.equals("authority")) {
      addUnused(unused, typed, AUTHORITY, prefix, trust);
    }
    return unused;
  }

  private static void addUnused(
      List<Problem> unused, Tree.Fields typed, Field<?> field, String prefix, String trust) {
    typed
        .text(field.name())
        .filter(text -> !text.isBlank())
        .ifPresent(
            _ ->
                unused.add(
                    new Problem(
                        prefix + field.name(),
                        TEXT.get("unused", TRUST.name() + ": " + trust),
                        typed.get(field.name()).orElseThrow().mark())));
  }

  private static TlsSettings settings(Reader reader) {
    if (reader.get(MINIMUM).compareTo(reader.get(MAXIMUM)) > 0) {
      reader.problem(
          MINIMUM, TEXT.get("tls.range", shown(MINIMUM, reader), shown(MAXIMUM, reader)));
      throw new IllegalArgumentException("no range: noted above");
    }
    checkName(reader);
    reader.get(ALPN).stream()
        .filter(protocol -> !ALPN_NAME.matcher(protocol).matches())
        .forEach(protocol -> reader.problem(ALPN, TEXT.get("tls.alpn.wrong", protocol)));
    return new TlsSettings(
        trust(reader),
        reader.find(CLIENT),
        reader.get(SERVER_NAME),
        reader.get(ALPN),
        reader.get(MINIMUM),
        reader.get(MAXIMUM));
  }

  private static void checkName(Reader reader) {
    if (!reader.get(SERVER_NAME).isEmpty()) {
      try {
        Endpoint _ = new Endpoint(reader.get(SERVER_NAME), 0);
      } catch (IllegalArgumentException impossible) {
        reader.problem(SERVER_NAME, String.valueOf(impossible.getMessage()));
      }
    }
  }

  /** As people call it, and as the file spells it. */
  private static String shown(Field<TlsVersion> field, Reader reader) {
    TlsVersion version = reader.get(field);
    String typed = ((Tree.Text) field.kind().write(version)).text();
    return TEXT.get("tls.version", version.title(), typed);
  }

  private static Trust trust(Reader reader) {
    return switch (reader.get(TRUST)) {
      case SYSTEM -> new Trust.SystemStore();
      case NONE -> new Trust.None();
      case AUTHORITY -> new Trust.Authority(Path.of(needed(reader, AUTHORITY)));
      case PINNED -> pinned(reader);
    };
  }

  private static String needed(Reader reader, Field<String> field) {
    Optional<String> given = reader.find(field).filter(text -> !text.isBlank());
    if (given.isEmpty()) {
      reader.problem(field, TEXT.get("tls.needed", field.name()));
      throw new IllegalArgumentException("noted above");
    }
    return given.get();
  }

  private static Trust pinned(Reader reader) {
    String typed = needed(reader, PIN);
    try {
      return new Trust.Pinned(typed);
    } catch (IllegalArgumentException noFingerprint) {
      reader.problem(PIN, TEXT.get("tls.fingerprint"));
      throw noFingerprint;
    }
  }

  private static Tree.Fields write(TlsSettings tls) {
    Shape.Writer writer = CLIENT_SHAPE.writer();
    switch (tls.trust()) {
      case Trust.SystemStore() -> writer.put(TRUST, TrustKind.SYSTEM);
      case Trust.None() -> writer.put(TRUST, TrustKind.NONE);
      case Trust.Authority(Path pem) ->
          writer.put(TRUST, TrustKind.AUTHORITY).put(AUTHORITY, pem.toString());
      case Trust.Pinned(String sha256) -> writer.put(TRUST, TrustKind.PINNED).put(PIN, sha256);
    }
    return writer
        .put(CLIENT, tls.identity())
        .put(SERVER_NAME, tls.serverName())
        .put(ALPN, tls.alpn())
        .put(MINIMUM, tls.minimum())
        .put(MAXIMUM, tls.maximum())
        .fields();
  }
}
