package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.wirebench.core.text.Messages;

/** Digest (RFC 7616). Its nonces carry their time and are signed, so that none is remembered. */
final class DigestEndpoint {
  private static final Messages TEXT = Messages.of(DigestEndpoint.class);

  /** A parameter of the Authorization field: a token, or a text in quotes. */
  private static final Pattern PARAMETER =
      Pattern.compile("([A-Za-z0-9_*-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))");

  private static final Duration FRESH = Duration.ofMinutes(5);

  private final byte[] key = new byte[32];

  DigestEndpoint() {
    new SecureRandom().nextBytes(key);
  }

  List<Route> routes() {
    return List.of(
        Route.of(
                "*",
                "/digest-auth/{qop}/{user}/{password}"
                    + " /digest-auth/{qop}/{user}/{password}/{algorithm}",
                TEXT.get("about.digest"),
                this::answer)
            .like("/digest-auth/auth/user/secret/SHA-256"));
  }

  private void answer(Call call) throws Exception {
    String algorithm = call.named("algorithm").orElse("MD5").toUpperCase(Locale.ROOT);
    if (!algorithm.matches("(MD5|SHA-256|SHA-512-256)(-SESS)?")) {
      throw new RefusedException(400, TEXT.get("digest.algorithm"));
    }
    Map<String, String> said = parameters(call);
    Instant now = call.context().clock().now();
    boolean known = nonce(issued(said)).equals(said.get("nonce"));
    boolean right = known && isRight(said, algorithm, call);
    boolean stale = Duration.between(issued(said), now).compareTo(FRESH) > 0;
    if (right && !stale) {
      LoginEndpoints.welcome(call);
      return;
    }
    String qop =
        call.named("qop").filter(List.of("auth", "auth-int")::contains).orElse("auth, auth-int");
    call.answer()
        .with(
            "WWW-Authenticate",
            "Digest realm=\"%s\", qop=\"%s\", algorithm=%s, nonce=\"%s\", opaque=\"%s\", charset=UTF-8%s"
                .formatted(
                    LoginEndpoints.REALM,
                    qop,
                    algorithm.replace("-SESS", "-sess"),
                    nonce(now),
                    "wirebench",
                    right ? ", stale=true" : ""));
    call.answer().empty(401);
  }

  private static Map<String, String> parameters(Call call) {
    Map<String, String> said = new LinkedHashMap<>();
    Matcher parameter = PARAMETER.matcher(LoginEndpoints.credentials(call, "Digest").orElse(""));
    while (parameter.find()) {
      String value =
          parameter.group(2) == null
              ? parameter.group(3)
              : parameter.group(2).replaceAll("\\\\(.)", "$1");
      said.put(parameter.group(1).toLowerCase(Locale.ROOT), value);
    }
    return said;
  }

  /** When the nonce was made, in the words of the client; the epoch where it says none. */
  private static Instant issued(Map<String, String> said) {
    String millis = said.getOrDefault("nonce", "").split("-", 2)[0];
    return Instant.ofEpochMilli(millis.matches("\\d{1,15}") ? Long.parseLong(millis) : 0);
  }

  private String nonce(Instant time) throws GeneralSecurityException {
    String millis = Long.toString(time.toEpochMilli());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return millis + "-" + HexFormat.of().formatHex(mac.doFinal(millis.getBytes(UTF_8)));
  }

  /** RFC 7616 sections 3.4.1 to 3.4.3; without qop as RFC 2069 had it. */
  private static boolean isRight(Map<String, String> said, String algorithm, Call call)
      throws IOException, GeneralSecurityException {
    MessageDigest digest =
        MessageDigest.getInstance(
            algorithm.replace("-SESS", "").replace("SHA-512-256", "SHA-512/256"));
    String qop = said.getOrDefault("qop", "");
    Optional<String> offered = call.named("qop").filter(List.of("auth", "auth-int")::contains);
    if (offered.isPresent() && !qop.isEmpty() && !offered.get().equals(qop)) {
      return false;
    }
    String user = call.named("user").orElse("");
    String first =
        hash(digest, user + ":" + LoginEndpoints.REALM + ":" + call.named("password").orElse(""));
    String nonce = said.getOrDefault("nonce", "");
    String client = said.getOrDefault("cnonce", "");
    if (algorithm.endsWith("-SESS")) {
      first = hash(digest, first + ":" + nonce + ":" + client);
    }
    String target = call.request().getHttpURI().getPathQuery();
    String second = call.method() + ":" + target;
    if (qop.equals("auth-int")) {
      second += ":" + HexFormat.of().formatHex(call.hash(digest));
    }
    String middle =
        qop.isEmpty() ? "" : ":" + said.getOrDefault("nc", "") + ":" + client + ":" + qop;
    String wanted = hash(digest, first + ":" + nonce + middle + ":" + hash(digest, second));
    return user.equals(said.get("username"))
        && target.equals(said.get("uri"))
        && wanted.equalsIgnoreCase(said.get("response"));
  }

  private static String hash(MessageDigest digest, String text) {
    return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
  }
}
