package org.wirebench.tool.http.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.check.Value;
import org.wirebench.core.net.tls.TlsInfo;

/** What checks ask of answers. */
public final class Answers {
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);
  private static final int BUFFER = 64 * 1024;

  private Answers() {}

  /** The values of a header, one or several. */
  public static Value header(HttpResult result, String name) {
    List<String> all = result.head().all(name);
    return switch (all.size()) {
      case 0 -> Value.missing();
      case 1 -> Value.text(all.getFirst());
      default -> Value.many(all);
    };
  }

  /** The body, of any size. */
  public static Value body(HttpResult result) {
    ByteStore body = result.last().body();
    return Value.bytes(
        new Value.Source() {
          @Override
          public long size() {
            return body.size();
          }

          @Override
          public byte[] read(long position, int length) throws IOException {
            return body.read(position, length);
          }
        },
        charset(result.head()));
  }

  /** The charset that the answer says; UTF-8 where it says none that is known. */
  public static Charset charset(ResponseHead head) {
    Matcher said = CHARSET.matcher(head.first("Content-Type").orElse(""));
    try {
      return said.find() ? Charset.forName(said.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  /** The value that the answer sets a cookie to. */
  public static Value cookie(HttpResult result, String name) {
    return result.exchanges().reversed().stream()
        .flatMap(exchange -> exchange.head().stream())
        .flatMap(head -> head.all("Set-Cookie").reversed().stream())
        .map(line -> line.split(";", 2)[0].split("=", 2))
        .filter(pair -> pair.length == 2 && pair[0].strip().equals(name))
        .findFirst()
        .map(pair -> Value.text(pair[1].strip()))
        .orElseGet(Value::missing);
  }

  /** How many whole days the certificate is still good for; below 0 when it is not any more. */
  public static Value daysLeft(HttpResult result, Instant now) {
    return tls(result)
        .filter(tls -> !tls.chain().isEmpty())
        .map(
            tls ->
                Value.number(
                    Duration.between(now, tls.chain().getFirst().getNotAfter().toInstant())
                        .toDays()))
        .orElseGet(Value::missing);
  }

  /** What TLS agreed on for the last exchange. */
  public static Optional<TlsInfo> tls(HttpResult result) {
    return result.last().carried().flatMap(Exchange.Carried::tls);
  }

  /** The SHA-256 of the body, 64 hex digits. */
  public static Value sha256(HttpResult result) {
    try (InputStream in = result.last().body().newInputStream()) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        digest.update(buffer, 0, got);
      }
      return Value.text(HexFormat.of().formatHex(digest.digest()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
