package org.wirebench.tool.http.curl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Tree;
import org.wirebench.tool.http.request.Percent;

/** Makes a request of the options of a command. */
final class Pasted {
  private static final Messages TEXT = Messages.of(Pasted.class);
  private static final Pattern GLOB =
      Pattern.compile("\\[[^\\[\\]:]+-[^\\[\\]:]+]|(?<!\\{)\\{[^{}]*,[^{}]*}");
  private static final String EXPECT = "Expect";
  private static final String TOKEN = "X-Amz-Security-Token";

  private final Given given;
  private final List<String> notes;
  private final PastedHeaders headers;
  private final PastedBody body;

  /**
   * @param notes takes what is not taken over
   */
  Pasted(Given given, List<String> notes) {
    this.given = given;
    this.notes = notes;
    this.headers = new PastedHeaders(given, notes);
    this.body = new PastedBody(given, headers, notes);
  }

  /** The request as it is typed. */
  Tree.Fields request() {
    Optional<Tree> content = body.tree();
    String url = url();
    Tree.Fields request = Tree.Fields.NONE;
    String method = method();
    if (!method.equals("GET")) {
      request = request.with("method", method);
    }
    request = request.with("url", url);
    boolean expects = headers.value(EXPECT).filter("100-continue"::equalsIgnoreCase).isPresent();
    if (expects || !headers.value(EXPECT).isPresent()) {
      headers.remove(EXPECT);
    }
    Optional<Tree> authorization = authorization();
    List<Tree> lines = headers.trees();
    if (!lines.isEmpty()) {
      request = request.with("headers", Tree.items(lines));
    }
    if (content.isPresent()) {
      request = request.with("body", content.get());
    }
    if (authorization.isPresent()) {
      request = request.with("auth", authorization.get());
    }
    request = new PastedOptions(given, notes).addTo(request, url);
    return expects ? request.with("expectContinue", "true") : request;
  }

  private String method() {
    Optional<String> said = given.last("request");
    if (said.isPresent()) {
      return said.get();
    }
    if (given.has("head")) {
      return "HEAD";
    }
    if (given.has("upload-file")) {
      return "PUT";
    }
    return body.hasParts() || (body.hasData() && !given.has("get")) ? "POST" : "GET";
  }

  private String url() {
    List<String> all = new ArrayList<>(given.all("url"));
    all.addAll(given.urls());
    if (all.isEmpty()) {
      notes.add(TEXT.get("url.none"));
      return "";
    }
    if (all.size() > 1) {
      String others =
          all.subList(1, all.size()).stream()
              .map(Escapes::display)
              .collect(Collectors.joining(", "));
      notes.add(TEXT.get("url.several", others));
    }
    String url = all.getFirst();
    if (!given.has("globoff") && GLOB.matcher(url).find()) {
      notes.add(TEXT.get("url.glob"));
    }
    return withFile(withQuery(url));
  }

  private String withQuery(String url) {
    List<String> more = new ArrayList<>();
    if (given.has("get") && body.hasData()) {
      more.add(body.joined());
    }
    for (String one : given.all("url-query")) {
      if (one.startsWith("+")) {
        more.add(one.substring(1));
      } else {
        body.encoded(one).ifPresent(more::add);
      }
    }
    more.removeIf(String::isEmpty);
    if (more.isEmpty()) {
      return url;
    }
    int fragment = url.indexOf('#');
    String front = fragment < 0 ? url : url.substring(0, fragment);
    String rest = fragment < 0 ? "" : url.substring(fragment);
    String sign =
        !front.contains("?") ? "?" : front.endsWith("?") || front.endsWith("&") ? "" : "&";
    return front + sign + String.join("&", more) + rest;
  }

  /** An upload into a folder gets the name of the file (curl manual, {@code --upload-file}). */
  private String withFile(String url) {
    Optional<String> file = given.last("upload-file").filter(path -> !path.equals("-"));
    if (file.isEmpty() || !url.endsWith("/")) {
      return url;
    }
    String path = file.get();
    return url + Percent.segment(path.substring(path.replace('\\', '/').lastIndexOf('/') + 1));
  }

  private Optional<Tree> authorization() {
    if (given.has("aws-sigv4")) {
      return Optional.of(PastedHeaders.fields("aws", aws()));
    }
    if (given.has("oauth2-bearer")) {
      headers.remove("Authorization");
      String token = given.last("oauth2-bearer").orElseThrow();
      return Optional.of(PastedHeaders.fields("bearer", Tree.text(token)));
    }
    Optional<String> user = given.last("user");
    if (user.isEmpty() || headers.has("Authorization")) {
      return headers.authorization();
    }
    String[] login = user.get().split(":", 2);
    if (login.length < 2) {
      notes.add(TEXT.get("user.password"));
    }
    return Optional.of(
        PastedHeaders.fields(
            given.has("digest") ? "digest" : "basic",
            PastedHeaders.login(login[0], login.length < 2 ? "" : login[1])));
  }

  /** {@code provider1:provider2:region:service}; the keys are the user and the password. */
  private Tree.Fields aws() {
    String[] scope = given.last("aws-sigv4").orElse("").split(":");
    if (scope.length < 4) {
      notes.add(TEXT.get("aws.scope"));
    }
    String[] keys = given.last("user").orElse("").split(":", 2);
    Tree.Fields aws =
        Tree.Fields.NONE
            .with("accessKey", keys[0])
            .with("secretKey", keys.length < 2 ? "" : keys[1]);
    Optional<String> token = headers.value(TOKEN);
    if (token.isPresent()) {
      headers.remove(TOKEN);
      aws = aws.with("sessionToken", token.get());
    }
    if (scope.length > 2) {
      aws = aws.with("region", scope[2]);
    }
    return scope.length > 3 ? aws.with("service", scope[3]) : aws;
  }
}
