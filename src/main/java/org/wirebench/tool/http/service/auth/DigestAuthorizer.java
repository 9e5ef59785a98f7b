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
  private final DigestSessions.Place place;
  private @Nullable DigestSession answering;
  private boolean early;
  private boolean accepted;
  private int stale;

  /**
   * @param random makes the nonces of the client
   * @param place where a challenge is kept for the next run
   */
  DigestAuthorizer(
      Authorization.Digest login, Supplier<String> random, DigestSessions.Place place) {
    this.login = login;
    this.random = random;
    this.place = place;
  }

  @Override
  public boolean asksAgain(int status, List<String> challenges) {
    DigestSession shown = answering;
    if (status != 401) {
      accepted = shown != null;
      stale = 0;
      if (shown != null) {
        place.keep(shown);
      }
      return false;
    }
    if (shown != null) {
      place.forget(shown);
    }
    Optional<Challenge> strongest =
        Challenge.parse(challenges).stream()
            .filter(DigestAuthorizer::canBeAnswered)
            .min(Comparator.comparing(one -> DigestAlgorithm.of(one).orElseThrow()));
    if (strongest.isEmpty()) {
      return false;
    }
    boolean tooOld = strongest.get().get("stale").filter("true"::equalsIgnoreCase).isPresent();
    // A server that accepted the password may want each of its nonces used once, or for a while.
    if (shown != null && !early && !accepted && (!tooOld || ++stale > MOST_STALE)) {
      return false;
    }
    early = false;
    accepted = false;
    answering = new DigestSession(strongest.get(), random.get());
    return true;
  }

  private static boolean canBeAnswered(Challenge challenge) {
    return challenge.scheme().equals("digest")
        && challenge.get("realm").isPresent()
        && challenge.get("nonce").isPresent()
        && DigestAlgorithm.of(challenge).isPresent()
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
    DigestSession to = answering == null ? kept(asked) : answering;
    return to == null
        ? Shown.nothing(asked)
        : Shown.header(asked, "Authorization", answer(to, asked));
  }

  /** What an earlier run was asked is answered before it is asked again (RFC 7616 section 3.6). */
  private @Nullable DigestSession kept(Asked asked) {
    answering = place.find().filter(one -> one.covers(asked.url())).orElse(null);
    early = answering != null;
    return answering;
  }

  private String answer(DigestSession to, Asked asked) throws IOException {
    String qop = qop(to.challenge()).orElseThrow();
    String uri = asked.url().target();
    String count = HexFormat.of().toHexDigits(to.next());
    Hashes hashes = to.hashes();
    String secret = hashes.of(login.user() + ":" + to.get("realm") + ":" + login.password());
    if (DigestAlgorithm.name(to.challenge()).endsWith("-sess")) {
      secret = hashes.of(secret + ":" + to.get("nonce") + ":" + to.cnonce());
    }
    String what = asked.method() + ":" + uri;
    if (qop.equals("auth-int")) {
      what += ":" + hashes.of(asked.content());
    }
    String between =
        qop.isEmpty()
            ? to.get("nonce")
            : String.join(":", to.get("nonce"), count, to.cnonce(), qop);
    String response = hashes.of(secret + ":" + between + ":" + hashes.of(what));
    StringBuilder answer = new StringBuilder("Digest ").append(user(to));
    quoted("realm", to.get("realm"), answer);
    quoted("nonce", to.get("nonce"), answer);
    quoted("uri", uri, answer);
    to.challenge().get("algorithm").ifPresent(name -> answer.append(", algorithm=").append(name));
    quoted("response", response, answer);
    to.challenge().get("opaque").ifPresent(opaque -> quoted("opaque", opaque, answer));
    if (!qop.isEmpty()) {
      answer.append(", qop=").append(qop).append(", nc=").append(count);
      quoted("cnonce", to.cnonce(), answer);
    }
    return answer.toString();
  }

  /** A name beyond ASCII has a form of its own where the server knows it (RFC 7616 section 3.4). */
  private String user(DigestSession to) {
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
