package org.wirebench.tool.http.request;

import static org.wirebench.tool.http.request.HttpFields.AUTH;
import static org.wirebench.tool.http.request.HttpFields.BODY;
import static org.wirebench.tool.http.request.HttpFields.CONNECT_TIMEOUT;
import static org.wirebench.tool.http.request.HttpFields.COOKIES;
import static org.wirebench.tool.http.request.HttpFields.DECOMPRESS;
import static org.wirebench.tool.http.request.HttpFields.EXPECT_CONTINUE;
import static org.wirebench.tool.http.request.HttpFields.FAMILY;
import static org.wirebench.tool.http.request.HttpFields.HEADERS;
import static org.wirebench.tool.http.request.HttpFields.IDLE_TIMEOUT;
import static org.wirebench.tool.http.request.HttpFields.KEEP_METHOD;
import static org.wirebench.tool.http.request.HttpFields.LARGEST;
import static org.wirebench.tool.http.request.HttpFields.LOAD;
import static org.wirebench.tool.http.request.HttpFields.MAX_REDIRECTS;
import static org.wirebench.tool.http.request.HttpFields.METHOD;
import static org.wirebench.tool.http.request.HttpFields.PARAMS;
import static org.wirebench.tool.http.request.HttpFields.PATH;
import static org.wirebench.tool.http.request.HttpFields.PROXY;
import static org.wirebench.tool.http.request.HttpFields.REDIRECTS;
import static org.wirebench.tool.http.request.HttpFields.TIMEOUT;
import static org.wirebench.tool.http.request.HttpFields.TLS;
import static org.wirebench.tool.http.request.HttpFields.URL;
import static org.wirebench.tool.http.request.HttpFields.VERSION;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Reader;
import org.wirebench.core.workspace.Secrets;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;

/** Makes HTTP requests of what was typed, and writes them as it is typed. */
public final class HttpForm {
  /** All fields, in the order in which they are written. */
  public static final Shape SHAPE =
      Shape.of(
          METHOD,
          URL,
          PATH,
          PARAMS,
          HEADERS,
          BODY,
          AUTH,
          VERSION,
          FAMILY,
          REDIRECTS,
          MAX_REDIRECTS,
          KEEP_METHOD,
          CONNECT_TIMEOUT,
          IDLE_TIMEOUT,
          TIMEOUT,
          PROXY,
          TLS,
          DECOMPRESS,
          LARGEST,
          COOKIES,
          EXPECT_CONTINUE,
          LOAD);

  private static final Messages TEXT = Messages.of(HttpForm.class);

  private static final List<String> SECRETS =
      List.of(
          "auth.basic.password",
          "auth.digest.password",
          "auth.bearer",
          "auth.apiKey.value",
          "auth.oauth2.clientSecret",
          "auth.aws.secretKey",
          "auth.aws.sessionToken",
          "tls.identity.password");

  private HttpForm() {}

  /** Makes a request of {@code typed}, whose variables are resolved. */
  public static Bound<HttpRequest> bind(Tree.Fields typed) {
    return SHAPE.bind(typed, "request", HttpForm::make);
  }

  /** {@code typed} without secrets, but for those that are variables. */
  public static Tree.Fields withoutSecrets(Tree.Fields typed) {
    Tree.Fields left = TypedSecrets.without(typed);
    left = Secrets.withoutPassword(Secrets.withoutPassword(left, "proxy"), "url");
    for (String path : SECRETS) {
      left = Secrets.without(left, path);
    }
    return left;
  }

  private static HttpRequest make(Reader reader) {
    if (!HeaderLine.isToken(reader.get(METHOD))) {
      reader.problem(METHOD, TEXT.get("method.token"));
      throw new IllegalArgumentException("noted above");
    }
    String typed = withParameters(filled(reader), reader.get(PARAMS));
    try {
      HttpUrl url = HttpUrl.parse(typed);
      return new HttpRequest(
          reader.get(METHOD),
          url,
          reader.get(HEADERS),
          reader.get(BODY),
          authorization(reader, typed),
          options(reader),
          reader.get(LOAD));
    } catch (UrlException wrong) {
      reader.problem(URL, String.valueOf(wrong.getMessage()));
      throw new IllegalArgumentException("noted above", wrong);
    }
  }

  private static String filled(Reader reader) {
    UrlText url = UrlText.of(reader.get(URL));
    for (String name : url.variables()) {
      if (reader.get(PATH).getOrDefault(name, "").isEmpty()) {
        reader.problem(PATH, TEXT.get("path.missing", name));
      }
    }
    return url.filled(reader.get(PATH));
  }

  private static String withParameters(String url, List<NameValue> params) {
    UrlText text = UrlText.of(url);
    List<NameValue> added = params.stream().filter(row -> !row.off()).toList();
    return added.isEmpty() ? url : text.adding(added).toString();
  }

  /** A login before the host is meant as Basic, where nothing else is said. */
  private static Authorization authorization(Reader reader, String typed) {
    Optional<String> login = HttpUrl.userInfo(typed);
    if (reader.has(AUTH) || login.isEmpty()) {
      return reader.get(AUTH);
    }
    String[] parts = login.get().split(":", 2);
    return new Authorization.Basic(parts[0], parts.length > 1 ? parts[1] : "");
  }

  private static Options options(Reader reader) {
    if (reader.get(LARGEST) < 1) {
      reader.problem(LARGEST, TEXT.get("largest.zero"));
    }
    return new Options(
        reader.get(VERSION),
        reader.get(FAMILY),
        new Options.Redirects(
            reader.get(REDIRECTS), reader.get(MAX_REDIRECTS), reader.get(KEEP_METHOD)),
        new Options.Timeouts(
            time(reader, CONNECT_TIMEOUT), time(reader, IDLE_TIMEOUT), time(reader, TIMEOUT)),
        reader.find(PROXY),
        reader.get(TLS),
        reader.get(DECOMPRESS),
        reader.get(LARGEST),
        reader.get(COOKIES),
        reader.get(EXPECT_CONTINUE));
  }

  private static Optional<Duration> time(Reader reader, Field<Duration> field) {
    Optional<Duration> time = reader.find(field);
    if (time.filter(Duration::isZero).isPresent()) {
      reader.problem(field, TEXT.get("timeout.zero"));
    }
    return time;
  }

  /** How {@code request} is typed; binding it gives an equal request. */
  public static Tree.Fields write(HttpRequest request) {
    Options options = request.options();
    return SHAPE
        .writer()
        .put(METHOD, request.method())
        .put(URL, request.url().toString())
        .put(HEADERS, request.headers())
        .put(BODY, request.body())
        .put(AUTH, request.authorization())
        .put(VERSION, options.version())
        .put(FAMILY, options.family())
        .put(REDIRECTS, options.redirects().follow())
        .put(MAX_REDIRECTS, options.redirects().most())
        .put(KEEP_METHOD, options.redirects().keepMethod())
        .put(CONNECT_TIMEOUT, options.timeouts().connect())
        .put(IDLE_TIMEOUT, options.timeouts().idle())
        .put(TIMEOUT, options.timeouts().total())
        .put(PROXY, options.proxy())
        .put(TLS, options.tls())
        .put(DECOMPRESS, options.decompress())
        .put(LARGEST, options.largest())
        .put(COOKIES, options.cookies())
        .put(EXPECT_CONTINUE, options.expectContinue())
        .put(LOAD, request.load())
        .fields();
  }
}
