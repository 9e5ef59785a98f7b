package org.wirebench.tool.http.service.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.Percent;

/**
 * Shows that the password is known without sending it (RFC 7616, and RFC 2069 for old servers). The
 * server has to challenge first; of several challenges the strongest is answered. The name of the
 * user is never hashed. Texts are UTF-8.
 */
final class DigestAuthorizer implements Authorizer {
  /** How often in a row a server may say that its nonce is too old. */
  private static final int MOST_STALE = 3;

  private final Authorization.Digest login;
  private final Supplier<String> random;
  private @Nullable Answering answering;
  private boolean accepted;
  private int stale;

  /** What hashes are made by, the strongest first. */
  private enum Algorithm {
    SHA_512_256("SHA-512/256"),
    SHA_256("SHA-256"),
    MD5("MD5");

    private final String java;

    Algorithm(String java) {
      this.java = java;
    }

    /** The one that a challenge names, with or without {@code -sess}. */
    static Optional<Algorithm> of(Challenge challenge) {
      String name = name(challenge).replaceAll("-sess$", "").replace('-', '_');
      return Arrays.stream(values())
          .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst();
    }

    static String name(Challenge challenge) {
      return challenge.get("algorithm").orElse("MD5").toLowerCase(Locale.ROOT);
    }
  }

  /** A challenge that can be answered, and how often it was. */
  private static final class Answering {
    private final Challenge challenge;
    private final Hashes hashes;
    private final String cnonce;
    private int count;

    Answering(Challenge challenge, String cnonce) {
      this.challenge = challenge;
      this.hashes = new Hashes(Algorithm.of(challenge).orElseThrow().java);
      this.cnonce = cnonce;
    }

    String get(String name) {
      return challenge.get(name).orElse("");
    }
  }

  /**
   * @param random makes the nonces of the client
   */
  DigestAuthorizer(Authorization.Digest login, Supplier<String> random) {
    this.login = login;
    this.random = random;
  }

  @Override
  public boolean asksAgain(int status, List<String> challenges) {
    if (status != 401) {
      accepted = answering != null;
      stale = 0;
      return false;
    }
    Optional<Challenge> strongest =
        Challenge.parse(challenges).stream()
            .filter(DigestAuthorizer::canBeAnswered)
            .min(Comparator.comparing(one -> Algorithm.of(one).orElseThrow()));
    if (strongest.isEmpty()) {
      return false;
    }
    boolean tooOld = strongest.get().get("stale").filter("true"::equalsIgnoreCase).isPresent();
    // A server that accepted the password may want each of its nonces used once.
    if (answering != null && !accepted && (!tooOld || ++stale > MOST_STALE)) {
      return false;
    }
    accepted = false;
    answering = new Answering(strongest.get(), random.get());
    return true;
  }

  private static boolean canBeAnswered(Challenge challenge) {
    return challenge.scheme().equals("digest")
        && challenge.get("realm").isPresent()
        && challenge.get("nonce").isPresent()
        && Algorithm.of(challenge).isPresent()
        && qop(challenge).isPresent();
  }

  /**
   * What is protected: the request alone where the server is content with it, else the body too; an
   * empty text for RFC 2069; empty when it is something unknown.
   */
  private static Optional<String> qop(Challenge challenge) {
    Optional<String> offered = challenge.get("qop");
    if (offered.isEmpty()) {
      return Optional.of("");
    }
    List<String> all =
        Arrays.stream(offered.get().split(","))
            .map(one -> one.strip().toLowerCase(Locale.ROOT))
            .toList();
    return List.of("auth", "auth-int").stream().filter(all::contains).findFirst();
  }

  @Override
  public Shown show(Asked asked, Errands errands, JobContext context) throws IOException {
    Answering to = answering;
    if (to == null) {
      return Shown.nothing(asked);
    }
    to.count++;
    return Shown.header(asked, "Authorization", answer(to, asked));
  }

  private String answer(Answering to, Asked asked) throws IOException {
    String qop = qop(to.challenge).orElseThrow();
    String uri = asked.url().target();
    String count = HexFormat.of().toHexDigits(to.count);
    String secret = to.hashes.of(login.user() + ":" + to.get("realm") + ":" + login.password());
    if (Algorithm.name(to.challenge).endsWith("-sess")) {
      secret = to.hashes.of(secret + ":" + to.get("nonce") + ":" + to.cnonce);
    }
    String what = asked.method() + ":" + uri;
    if (qop.equals("auth-int")) {
      what += ":" + to.hashes.of(asked.content());
    }
    String between =
        qop.isEmpty() ? to.get("nonce") : String.join(":", to.get("nonce"), count, to.cnonce, qop);
    String response = to.hashes.of(secret + ":" + between + ":" + to.hashes.of(what));
    StringBuilder answer = new StringBuilder("Digest ").append(user(to));
    quoted("realm", to.get("realm"), answer);
    quoted("nonce", to.get("nonce"), answer);
    quoted("uri", uri, answer);
    to.challenge.get("algorithm").ifPresent(name -> answer.append(", algorithm=").append(name));
    quoted("response", response, answer);
    to.challenge.get("opaque").ifPresent(opaque -> quoted("opaque", opaque, answer));
    if (!qop.isEmpty()) {
      answer.append(", qop=").append(qop).append(", nc=").append(count);
      quoted("cnonce", to.cnonce, answer);
    }
    return answer.toString();
  }

  /** A name beyond ASCII has a form of its own where the server knows it (RFC 7616 section 3.4). */
  private String user(Answering to) {
    boolean extended =
        to.get("charset").equalsIgnoreCase("UTF-8")
            && !US_ASCII.newEncoder().canEncode(login.user());
    return extended
        ? "username*=UTF-8''" + Percent.strict(login.user())
        : "username=\"" + escaped(login.user()) + "\"";
  }

  private static void quoted(String name, String value, StringBuilder to) {
    to.append(", ").append(name).append("=\"").append(escaped(value)).append('"');
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
