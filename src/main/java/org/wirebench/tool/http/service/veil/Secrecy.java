package org.wirebench.tool.http.service.veil;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.Authorization.ApiKey.Place;
import org.wirebench.tool.http.request.Body;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.request.NameValue;
import org.wirebench.tool.http.request.Percent;
import org.wirebench.tool.http.request.SecretNames;

/**
 * What of an exchange is secret. Each letter that is hidden becomes a star, so that the rest stays
 * where it is.
 *
 * @param headers names of headers whose whole value is secret, in lower case
 * @param parameters names of parameters of addresses and forms whose value is secret, in lower case
 * @param bodies whether the bodies are secret, both of them; that of an answer that says an error
 *     is not, since it says what is wrong
 */
public record Secrecy(Set<String> headers, Set<String> parameters, boolean bodies) {
  /** What is secret in every exchange. */
  public static final Secrecy USUAL =
      new Secrecy(SecretNames.HEADERS, SecretNames.PARAMETERS, false);

  /**
   * A parameter. Some servers divide them by semicolons, for others those are part of the value: so
   * what follows one is looked at, and hidden with what stands before it.
   */
  private static final Pattern PARAMETER =
      Pattern.compile("(?<=[?&#;]|^)([^=?&#;\\s]+)=(?=([^&#\\s]+))");

  private static final Pattern PASSWORD = Pattern.compile("//[^/?#\\s@:]*:([^/?#\\s]*)@");

  /** Where a server sends who has signed in: its code buys a token (RFC 6749 section 4.1.2). */
  private static final Pattern CALLBACK = Pattern.compile("[?&;]state=");

  private static final Pattern CODE = Pattern.compile("[?&;]code=([^&#\\s]*)");
  private static final Pattern COOKIE = Pattern.compile("([^;]+)");
  private static final Pattern ALL = Pattern.compile("(?s)\\s*(.*)");

  public Secrecy {
    headers = Set.copyOf(headers);
    parameters = Set.copyOf(parameters);
  }

  /** What is secret in an exchange that carries {@code request}. */
  public static Secrecy of(HttpRequest request) {
    Secrecy secrecy = USUAL;
    if (request.authorization() instanceof Authorization.ApiKey(String name, var _, Place place)) {
      secrecy =
          place == Place.HEADER
              ? new Secrecy(with(name, USUAL.headers), USUAL.parameters, false)
              : USUAL.withParameter(name);
    }
    return secrecy.isIn(request.body()) ? secrecy.withBodies() : secrecy;
  }

  /** The same, and the values of one more parameter are secret. */
  public Secrecy withParameter(String name) {
    return new Secrecy(headers, with(name, parameters), bodies);
  }

  /** The same, and the bodies are secret. */
  public Secrecy withBodies() {
    return new Secrecy(headers, parameters, true);
  }

  /** What is secret here or there. */
  Secrecy and(Secrecy other) {
    if (equals(other)) {
      return this;
    }
    Set<String> names = new TreeSet<>(headers);
    names.addAll(other.headers);
    Set<String> values = new TreeSet<>(parameters);
    values.addAll(other.parameters);
    return new Secrecy(names, values, bodies || other.bodies);
  }

  private static Set<String> with(String name, Set<String> names) {
    Set<String> all = new TreeSet<>(names);
    all.add(name.toLowerCase(Locale.ROOT));
    return all;
  }

  /** Whether a body has a secret among its fields: then its answer has one too, most likely. */
  private boolean isIn(Body body) {
    return switch (body) {
      case Body.Form(var fields) ->
          fields.stream().filter(one -> !one.off()).map(NameValue::name).anyMatch(this::hides);
      case Body.Multipart(var parts) ->
          parts.stream().filter(one -> !one.off()).anyMatch(one -> hides(one.name()));
      case Body.Text(Body.Syntax syntax, String content, var _) when syntax == Body.Syntax.JSON ->
          Pattern.compile("\"(\\w+)\"\\s*:").matcher(content).results().anyMatch(this::isKey);
      case Body _ -> false;
    };
  }

  private boolean isKey(MatchResult key) {
    return hides(key.group(1));
  }

  /** Whether the value of a parameter of this name is secret. */
  public boolean hides(String parameter) {
    return parameters.contains(parameter.toLowerCase(Locale.ROOT));
  }

  /** Whether the whole value of a header of this name is secret, as that of an API key. */
  public boolean hidesHeader(String name) {
    return headers.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether a header of this name may hold a secret; letters of either case are the same. */
  public boolean concerns(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return headers.contains(name)
        || switch (name) {
          case "authorization",
              "proxy-authorization",
              "cookie",
              "set-cookie",
              "location",
              "content-location",
              "referer",
              ":path" ->
              true;
          default -> false;
        };
  }

  /** The value of a header with stars for what is secret; as long as it was. */
  public String header(String header, String value) {
    String name = header.toLowerCase(Locale.ROOT);
    if (headers.contains(name)) {
      return hidden(value, ALL);
    }
    return switch (name) {
      case "authorization", "proxy-authorization" ->
          hidden(
              value,
              SecretNames.CREDENTIALS.matcher(value).matches() ? SecretNames.CREDENTIALS : ALL);
      case "cookie" -> cookies(value);
      case "set-cookie" -> {
        int end = value.indexOf(';');
        yield end < 0 ? cookies(value) : cookies(value.substring(0, end)) + value.substring(end);
      }
      case "location", "content-location", "referer", ":path" -> address(value);
      default -> value;
    };
  }

  /** An address, or the target of a request, with stars for what is secret. */
  public String address(String text) {
    int query = text.indexOf('?');
    int fragment = text.indexOf('#');
    int begin = query < 0 ? fragment : fragment < 0 ? query : Math.min(query, fragment);
    String before = begin < 0 ? text : text.substring(0, begin);
    String after = begin < 0 ? "" : text.substring(begin);
    String shown = form(after);
    return hidden(before, PASSWORD)
        + (CALLBACK.matcher(after).find() ? hidden(shown, CODE) : shown);
  }

  /** A query or a form with stars for what is secret. */
  public String form(String text) {
    StringBuilder masked = new StringBuilder(text);
    Matcher each = PARAMETER.matcher(text);
    while (each.find()) {
      if (hides(Percent.decodeQuery(each.group(1)))) {
        star(masked, each.start(2), each.end(2));
      }
    }
    return masked.toString();
  }

  /** The names stay; what has no name is a value. */
  private static String cookies(String text) {
    StringBuilder masked = new StringBuilder(text);
    Matcher each = COOKIE.matcher(text);
    while (each.find()) {
      int equals = text.indexOf('=', each.start());
      boolean named = equals >= 0 && equals < each.end();
      star(masked, named ? equals + 1 : each.start(), each.end());
    }
    return masked.toString();
  }

  private static String hidden(String text, Pattern secret) {
    StringBuilder masked = new StringBuilder(text);
    Matcher each = secret.matcher(text);
    while (each.find()) {
      star(masked, each.start(1), each.end(1));
    }
    return masked.toString();
  }

  /** Blanks stay: they say how a text is divided, and nothing else. */
  private static void star(StringBuilder text, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (text.charAt(i) != ' ') {
        text.setCharAt(i, '*');
      }
    }
  }

  /** Its names, for debugging. */
  @Override
  public String toString() {
    return headers.stream().sorted().collect(Collectors.joining(" "))
        + " "
        + parameters.stream().sorted().collect(Collectors.joining(" "))
        + (bodies ? " and bodies" : "");
  }
}
