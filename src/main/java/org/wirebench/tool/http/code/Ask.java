package org.wirebench.tool.http.code;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.Body;
import org.wirebench.tool.http.request.GraphQlText;
import org.wirebench.tool.http.request.HeaderLine;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.request.LoadPlan;
import org.wirebench.tool.http.request.MediaTypes;
import org.wirebench.tool.http.request.NameValue;
import org.wirebench.tool.http.request.Options;
import org.wirebench.tool.http.request.Percent;
import org.wirebench.tool.http.request.SecretNames;
import org.wirebench.tool.http.request.UrlText;

/**
 * What the writers of all languages ask of a request.
 *
 * @param defaults hold where the request leaves something open
 */
record Ask(HttpRequest request, NetDefaults defaults) {
  private static final String TYPE = "Content-Type";
  private static final Set<String> LOGINS =
      Set.of("authorization", "cookie", "proxy-authorization");
  private static final String FORM = "application/x-www-form-urlencoded";

  String method() {
    return request.method();
  }

  Options options() {
    return request.options();
  }

  Authorization authorization() {
    return request.authorization();
  }

  TlsSettings tls() {
    return options().tls();
  }

  boolean isSecure() {
    return request.url().secure();
  }

  /** The address, with the key that stands in it. */
  String url() {
    String url = request.url().toString();
    return authorization()
                instanceof
                Authorization.ApiKey(String name, String value, Authorization.ApiKey.Place in)
            && in == Authorization.ApiKey.Place.QUERY
        ? UrlText.of(url).adding(List.of(new NameValue(name, value))).toString()
        : url;
  }

  /** The headers that are typed, those that follow from the login, and the type of the body. */
  List<HeaderLine> headers() {
    List<HeaderLine> headers = new ArrayList<>(request.sentHeaders());
    switch (authorization()) {
      case Authorization.Bearer(String token) ->
          headers.add(new HeaderLine("Authorization", "Bearer " + token));
      case Authorization.ApiKey(String name, String value, Authorization.ApiKey.Place in)
          when in == Authorization.ApiKey.Place.HEADER ->
          headers.add(new HeaderLine(name, value));
      case Authorization.Aws aws when !aws.sessionToken().isEmpty() ->
          headers.add(new HeaderLine("X-Amz-Security-Token", aws.sessionToken()));
      default -> {}
    }
    type().ifPresent(type -> headers.add(new HeaderLine(TYPE, type)));
    return headers;
  }

  /** The headers, with those of one name in one line (RFC 9110 section 5.3). */
  Map<String, String> joinedHeaders() {
    Map<String, String> joined = new LinkedHashMap<>();
    for (HeaderLine header : headers()) {
      String name = joined.keySet().stream().filter(header::is).findFirst().orElse(header.name());
      String between = header.is("Cookie") ? "; " : ", ";
      joined.merge(name, header.value(), (first, next) -> first + between + next);
    }
    return joined;
  }

  /**
   * Whether a header of this name is for the server alone that was asked: not for another, to which
   * a redirect leads.
   */
  boolean isSecret(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return LOGINS.contains(name) || isKey(name);
  }

  private boolean isKey(String name) {
    return SecretNames.HEADERS.contains(name)
        || (authorization()
                instanceof Authorization.ApiKey(String key, String _, Authorization.ApiKey.Place in)
            && in == Authorization.ApiKey.Place.HEADER
            && key.equalsIgnoreCase(name));
  }

  /** The names of headers with a key that a redirect to another server may not take along. */
  List<String> keysToForget() {
    return options().redirects().follow()
        ? headers().stream().map(HeaderLine::name).filter(this::isKeyNamed).distinct().toList()
        : List.of();
  }

  private boolean isKeyNamed(String header) {
    return isKey(header.toLowerCase(Locale.ROOT));
  }

  /** Whether a program may follow redirects that takes all headers along, wherever they lead. */
  boolean followsWithAll() {
    return options().redirects().follow() && keysToForget().isEmpty();
  }

  /** The names of all headers that a redirect to another server may not take along. */
  List<String> secretsToForget() {
    if (!options().redirects().follow()) {
      return List.of();
    }
    TreeSet<String> names = new TreeSet<>();
    headers().stream().map(HeaderLine::name).filter(this::isSecret).forEach(names::add);
    if (authorization() instanceof Authorization.Basic || oauth().isPresent()) {
      names.add("Authorization");
    }
    return List.copyOf(names);
  }

  /** Whether several headers have one name. */
  boolean repeatsHeaders() {
    return joinedHeaders().size() < headers().size();
  }

  /** The type that the body has by itself; none where a header of this name was typed. */
  private Optional<String> type() {
    String type =
        switch (request.body()) {
          case Body.Text(Body.Syntax syntax, String _, String said) ->
              said.isEmpty() ? syntax.type() : said;
          case Body.GraphQl _ -> Body.Syntax.JSON.type();
          case Body.File(String path, String said) -> said.isEmpty() ? MediaTypes.of(path) : said;
          case Body.Form _ -> FORM;
          case Body.None _, Body.Multipart _ -> "";
        };
    return type.isEmpty() || isTyped(TYPE) ? Optional.empty() : Optional.of(type);
  }

  /** Whether a header of this name is typed, on or off: then nothing adds one. */
  boolean isTyped(String name) {
    return request.headers().stream().anyMatch(header -> header.is(name));
  }

  /** Whether a header of this name is kept from being sent. */
  boolean isOff(String name) {
    return isTyped(name) && !request.hasHeader(name);
  }

  /** The body where it is a text. */
  Optional<String> text() {
    return switch (request.body()) {
      case Body.Text text -> Optional.of(text.content());
      case Body.GraphQl question -> Optional.of(GraphQlText.json(question));
      default -> Optional.empty();
    };
  }

  boolean hasBody() {
    return !(request.body() instanceof Body.None);
  }

  /** The fields of a form that are sent. */
  List<NameValue> form() {
    return request.body() instanceof Body.Form(var fields)
        ? fields.stream().filter(field -> !field.off()).toList()
        : List.of();
  }

  /** The parts that are sent. */
  List<Body.Part> parts() {
    return request.body() instanceof Body.Multipart(var parts)
        ? parts.stream().filter(part -> !part.off()).toList()
        : List.of();
  }

  /** A name in the head of a part, as browsers write it (HTML standard, "multipart/form-data"). */
  static String quoted(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** What a part that is a file is called. */
  static String filename(Body.Part part) {
    String path = part.file();
    return part.filename().isEmpty()
        ? path.substring(path.replace('\\', '/').lastIndexOf('/') + 1)
        : part.filename();
  }

  /** The type of a part that is a file. */
  static String type(Body.Part part) {
    return part.type().isEmpty() ? MediaTypes.of(part.file()) : part.type();
  }

  /** The way to the server; empty where neither the request nor the settings say one. */
  Optional<ProxySettings> proxy() {
    Optional<ProxySettings> said = options().proxy();
    ProxySettings likely = defaults.likelyWay(said, request.url().endpoint());
    return said.isPresent() || !(likely instanceof ProxySettings.None)
        ? Optional.of(likely)
        : Optional.empty();
  }

  /** How long connecting may take. */
  Duration connect() {
    return options().timeouts().connect().orElse(defaults.connectTimeout());
  }

  /** How long the server may be silent. */
  Duration idle() {
    return options().timeouts().idle().orElse(defaults.replyTimeout());
  }

  /** {@code "2"}, {@code "0.5"}. */
  static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
  }

  /** Whether it is to be repeated in another way than is preset. */
  boolean isLoad() {
    return !request.load().equals(LoadPlan.DEFAULT);
  }

  /** The login of a client that fetches a token by itself. */
  Optional<Authorization.OAuth2> oauth() {
    return authorization() instanceof Authorization.OAuth2 oauth
        ? Optional.of(oauth)
        : Optional.empty();
  }

  /** Whether a program can fetch the token: no person has to sign in. */
  static boolean isForPrograms(Authorization.OAuth2 oauth) {
    return oauth.grant() == Authorization.OAuth2.Grant.CLIENT_CREDENTIALS;
  }

  /** Whether the client shows who it is as a login. */
  static boolean isByHeader(Authorization.OAuth2 oauth) {
    return oauth.credentials() == Authorization.OAuth2.Credentials.HEADER
        && !oauth.clientSecret().isEmpty();
  }

  /** The client as a login: its id and its secret are encoded before (RFC 6749 section 2.3.1). */
  static Authorization.Basic login(Authorization.OAuth2 oauth) {
    return new Authorization.Basic(
        Percent.form(oauth.clientId()), Percent.form(oauth.clientSecret()));
  }

  /** What is sent to get a token (RFC 6749 section 4.4.2). */
  static List<NameValue> tokenForm(Authorization.OAuth2 oauth) {
    List<NameValue> form = new ArrayList<>();
    form.add(new NameValue("grant_type", "client_credentials"));
    if (!oauth.scope().isEmpty()) {
      form.add(new NameValue("scope", oauth.scope()));
    }
    if (!isByHeader(oauth)) {
      form.add(new NameValue("client_id", oauth.clientId()));
      if (!oauth.clientSecret().isEmpty()) {
        form.add(new NameValue("client_secret", oauth.clientSecret()));
      }
    }
    return form;
  }

  /** What the request is, for people. */
  String title() {
    return method() + " " + request.url().origin() + request.url().path();
  }

  /** Whether the method is among these. */
  boolean isMethod(String... some) {
    return List.of(some).contains(method().toUpperCase(Locale.ROOT));
  }

  /** All parts that are files. */
  List<Body.Part> files() {
    return parts().stream().filter(Body.Part::isFile).collect(Collectors.toList());
  }
}
