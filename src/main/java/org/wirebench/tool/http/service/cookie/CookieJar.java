package org.wirebench.tool.http.service.cookie;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.service.cookie.CookieDecision.Verdict;

/**
 * Keeps cookies and says which are sent where (RFC 6265 section 5). Bounded; where it is full, the
 * cookies go first that were not used for longest. Safe for use by any thread.
 */
public final class CookieJar {
  /** How many cookies one domain may have (RFC 6265 section 6.1). */
  public static final int MOST_OF_A_DOMAIN = 50;

  /** How many cookies there may be (RFC 6265 section 6.1). */
  public static final int MOST = 3000;

  private static final Comparator<Cookie> SENT =
      Comparator.comparing((Cookie one) -> -one.path().length()).thenComparing(Cookie::created);
  private static final Comparator<Cookie> LISTED =
      Comparator.comparing(Cookie::domain).thenComparing(Cookie::path).thenComparing(Cookie::name);

  private final JobClock clock;

  /** Those that were not used for longest stand first. */
  private final Map<Cookie.Key, Cookie> cookies = new LinkedHashMap<>(16, 0.75f, true);

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /**
   * @param clock says which cookies are over
   */
  public CookieJar(JobClock clock) {
    this.clock = clock;
  }

  /** Another jar with the same cookies. */
  public synchronized CookieJar copy() {
    CookieJar copy = new CookieJar(clock);
    copy.cookies.putAll(cookies);
    return copy;
  }

  /** {@code changed} is run whenever a cookie came or went, on any thread: it must be quick. */
  public void addListener(Runnable changed) {
    listeners.add(changed);
  }

  public void removeListener(Runnable changed) {
    listeners.remove(changed);
  }

  /**
   * A time as cookies are written with it.
   *
   * @throws IllegalArgumentException when it is none; the message is for people
   */
  public static Instant instant(String text) {
    return CookieForm.instant(text);
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }

  /**
   * Keeps what a server set.
   *
   * @param url what was asked for
   * @param fields the values of the Set-Cookie fields of its answer, in their order
   * @return what was done with each of them
   */
  public List<CookieDecision> received(HttpUrl url, List<String> fields) {
    if (fields.isEmpty()) {
      return List.of();
    }
    List<CookieDecision> decisions = new ArrayList<>();
    synchronized (this) {
      Instant now = clock.now();
      CookieRules rules = new CookieRules(url, now);
      for (String field : fields) {
        decisions.add(decide(rules.judge(field), url, now));
      }
    }
    if (decisions.stream().anyMatch(one -> one.verdict() != Verdict.REFUSED)) {
      tell();
    }
    return List.copyOf(decisions);
  }

  /** What would be done with what a server set, in an empty jar. */
  public static List<CookieDecision> judge(HttpUrl url, Instant now, List<String> fields) {
    CookieRules rules = new CookieRules(url, now);
    return fields.stream().map(rules::judge).toList();
  }

  private CookieDecision decide(CookieDecision judged, HttpUrl url, Instant now) {
    if (judged.verdict() == Verdict.REFUSED || judged.cookie().isEmpty()) {
      return judged;
    }
    Cookie cookie = judged.cookie().get();
    if (!Domains.isTrustworthy(url)
        && cookies.values().stream()
            .anyMatch(kept -> !kept.isExpired(now) && shadows(kept, cookie))) {
      return CookieRules.shadowed(judged);
    }
    if (judged.verdict() == Verdict.REMOVED) {
      cookies.remove(cookie.key());
      return judged;
    }
    keep(cookie, now);
    return judged;
  }

  /** Whether {@code fresh}, which came in clear text, may not stand beside it (RFC 6265bis 5.7). */
  private static boolean shadows(Cookie kept, Cookie fresh) {
    return kept.secure()
        && kept.name().equals(fresh.name())
        && (Domains.matches(kept.domain(), fresh.domain())
            || Domains.matches(fresh.domain(), kept.domain()))
        && CookiePaths.matches(fresh.path(), kept.path());
  }

  private void keep(Cookie fresh, Instant now) {
    @Nullable Cookie before = cookies.get(fresh.key());
    cookies.put(fresh.key(), before == null ? fresh : fresh.createdAt(before.created()));
    String domain = fresh.domain();
    Predicate<Cookie> neighbour = one -> one.domain().equals(domain);
    if (cookies.size() > MOST || count(neighbour) > MOST_OF_A_DOMAIN) {
      cookies.values().removeIf(one -> one.isExpired(now));
    }
    if (count(neighbour) > MOST_OF_A_DOMAIN) {
      removeOldest(neighbour);
    }
    if (cookies.size() > MOST) {
      removeOldest(_ -> true);
    }
  }

  private long count(Predicate<Cookie> which) {
    return cookies.values().stream().filter(which).count();
  }

  private void removeOldest(Predicate<Cookie> which) {
    Iterator<Cookie> all = cookies.values().iterator();
    while (all.hasNext()) {
      if (which.test(all.next())) {
        all.remove();
        return;
      }
    }
  }

  /** The value of the Cookie field for {@code url}; empty where there is no cookie for it. */
  public synchronized Optional<String> header(HttpUrl url) {
    if (cookies.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.now();
    List<Cookie> sent =
        cookies.values().stream()
            .filter(one -> one.isFor(url) && !one.isExpired(now))
            .sorted(SENT)
            .toList();
    for (Cookie one : sent) {
      // Asking for it makes it the one that was used last.
      Cookie _ = cookies.get(one.key());
    }
    return sent.isEmpty()
        ? Optional.empty()
        : Optional.of(sent.stream().map(Cookie::pair).collect(Collectors.joining("; ")));
  }

  /** The cookies that are not over, by domain, path and name. */
  public synchronized List<Cookie> list() {
    Instant now = clock.now();
    return cookies.values().stream().filter(one -> !one.isExpired(now)).sorted(LISTED).toList();
  }

  /** Keeps {@code cookie} as the user wants it, in the place of the one of its name. */
  public void put(Cookie cookie) {
    synchronized (this) {
      keep(cookie, clock.now());
    }
    tell();
  }

  /** Puts {@code changed} in the place of {@code cookie}, whatever was changed of it. */
  public void replace(Cookie cookie, Cookie changed) {
    synchronized (this) {
      cookies.remove(cookie.key());
      keep(changed, clock.now());
    }
    tell();
  }

  /** Takes a cookie out. */
  public void remove(Cookie cookie) {
    synchronized (this) {
      cookies.remove(cookie.key());
    }
    tell();
  }

  /** Takes all cookies out. */
  public void clear() {
    synchronized (this) {
      cookies.clear();
    }
    tell();
  }

  /** The cookies that outlive the program, as they are kept in a file. */
  public Tree.Items write() {
    return Tree.items(
        list().stream().filter(one -> one.expires().isPresent()).map(CookieForm::write).toList());
  }

  /**
   * Adds the cookies of a file, as {@link #write} wrote them.
   *
   * @param path where they stand in it, for the problems
   * @return what is wrong with those that were not added
   */
  public List<Problem> read(Tree tree, String path) {
    List<Problem> problems;
    synchronized (this) {
      Instant now = clock.now();
      problems = CookieForm.read(tree, path, cookie -> keep(cookie, now));
    }
    tell();
    return problems;
  }
}
