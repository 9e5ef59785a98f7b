package org.wirebench.tool.http.service.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.wirebench.core.job.JobContext;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.HeaderLine;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.request.Percent;

/**
 * Signs requests as Amazon's services want it ("AWS Signature Version 4 for API requests" in the
 * IAM User Guide). The body is read once for its hash, unless an {@code X-Amz-Content-Sha256} was
 * typed, such as {@code UNSIGNED-PAYLOAD}. A typed {@code X-Amz-Date} is used as it is.
 */
final class AwsSignature implements Authorizer {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String DATE = "X-Amz-Date";
  private static final String HASH = "X-Amz-Content-Sha256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Hashes SHA_256 = new Hashes("SHA-256");

  /** What proxies change or add on the way, so that it cannot be signed. */
  private static final Set<String> UNSIGNED =
      Set.of(
          "accept-encoding",
          "authorization",
          "connection",
          "cookie",
          "expect",
          "te",
          "transfer-encoding",
          "upgrade",
          "user-agent",
          "x-amzn-trace-id");

  private final Authorization.Aws keys;

  AwsSignature(Authorization.Aws keys) {
    this.keys = keys;
  }

  @Override
  public Shown show(Asked asked, Errands errands, JobContext context) throws IOException {
    List<HeaderLine> added = new ArrayList<>();
    String time =
        asked
            .header(DATE)
            .filter(typed -> typed.matches("\\d{8}T\\d{6}Z"))
            .orElseGet(() -> TIME.format(context.clock().now()));
    if (asked.header(DATE).isEmpty()) {
      added.add(new HeaderLine(DATE, time));
    }
    String hash = asked.header(HASH).orElse("");
    if (hash.isEmpty()) {
      hash = SHA_256.of(asked.content());
      if (isStorage()) {
        added.add(new HeaderLine(HASH, hash));
      }
    }
    if (!keys.sessionToken().isEmpty()) {
      added.add(Shown.line("X-Amz-Security-Token", keys.sessionToken()));
    }
    added.add(Shown.line("Authorization", authorization(asked, added, time, hash)));
    return new Shown(asked.url(), added);
  }

  /** Whether it is S3, which has rules of its own for paths and hashes. */
  private boolean isStorage() {
    return keys.service().startsWith("s3");
  }

  private String authorization(Asked asked, List<HeaderLine> added, String time, String hash) {
    SortedMap<String, String> headers = headers(asked, added);
    String names = String.join(";", headers.keySet());
    String canonical =
        String.join(
            "\n",
            asked.method(),
            path(asked.url()),
            query(asked.url().query().orElse("")),
            headers.entrySet().stream()
                .map(one -> one.getKey() + ":" + one.getValue() + "\n")
                .collect(Collectors.joining()),
            names,
            hash);
    String day = time.substring(0, 8);
    String scope = String.join("/", day, keys.region(), keys.service(), "aws4_request");
    String toSign = String.join("\n", ALGORITHM, time, scope, SHA_256.of(canonical));
    String signature = HexFormat.of().formatHex(mac(key(day), toSign));
    return "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
        .formatted(ALGORITHM, keys.accessKey(), scope, names, signature);
  }

  private byte[] key(String day) {
    byte[] key = ("AWS4" + keys.secretKey()).getBytes(UTF_8);
    for (String part : List.of(day, keys.region(), keys.service(), "aws4_request")) {
      key = mac(key, part);
    }
    return key;
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static SortedMap<String, String> headers(Asked asked, List<HeaderLine> added) {
    SortedMap<String, String> headers = new TreeMap<>();
    List<HeaderLine> all = new ArrayList<>(asked.headers());
    all.addAll(added);
    for (HeaderLine line : all) {
      String name = line.name().toLowerCase(Locale.ROOT);
      if (!UNSIGNED.contains(name)) {
        headers.merge(name, line.value().strip().replaceAll(" +", " "), (a, b) -> a + "," + b);
      }
    }
    headers.putIfAbsent("host", asked.url().authority());
    return headers;
  }

  /** S3 signs the path as it decodes it; the others sign what is on the wire, encoded once more. */
  private String path(HttpUrl url) {
    String path = isStorage() ? url.path() : normalized(url.path());
    return Arrays.stream(path.split("/", -1))
        .map(segment -> Percent.strict(isStorage() ? Percent.decode(segment) : segment))
        .collect(Collectors.joining("/"));
  }

  /** Without dots and without empty segments (RFC 3986 section 6.2.2.3). */
  private static String normalized(String path) {
    List<String> kept = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..")) {
        if (!kept.isEmpty()) {
          kept.removeLast();
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        kept.add(segment);
      }
    }
    boolean folder = !kept.isEmpty() && (path.endsWith("/") || path.endsWith("/."));
    return "/" + String.join("/", kept) + (folder ? "/" : "");
  }

  private static String query(String query) {
    return Arrays.stream(query.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(AwsSignature::parameter)
        .sorted(
            (one, other) -> {
              int byName = one[0].compareTo(other[0]);
              return byName != 0 ? byName : one[1].compareTo(other[1]);
            })
        .map(pair -> pair[0] + "=" + pair[1])
        .collect(Collectors.joining("&"));
  }

  private static String[] parameter(String pair) {
    int equals = pair.indexOf('=');
    String name = equals < 0 ? pair : pair.substring(0, equals);
    String value = equals < 0 ? "" : pair.substring(equals + 1);
    return new String[] {
      Percent.strict(Percent.decode(name)), Percent.strict(Percent.decode(value))
    };
  }
}
