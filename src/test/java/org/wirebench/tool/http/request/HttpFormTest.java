package org.wirebench.tool.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;

class HttpFormTest {
  @TempDir private Path folder;

  private Tree.Fields typed(String fields) throws Exception {
    Path file = folder.resolve("entry.yaml");
    Files.writeString(file, "wirebench: 1\nname: n\ntool: http\nrequest:\n" + fields.indent(2));
    return EntryFiles.read(file).getFirst().request();
  }

  private HttpRequest bound(String fields) throws Exception {
    Bound<HttpRequest> bound = HttpForm.bind(typed(fields));
    assertThat(bound.found()).isEmpty();
    return ((Bound.Ok<HttpRequest>) bound).value();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{url: a.example}",
        "{url: 'http://u:p@a.example', auth: none, body: none}",
        "{method: PURGE, url: 'https://h:8443/x?y=1'}",
        "{url: h, headers: ['Accept: */*', {name: X, value: '1', off: true}, 'Empty:']}",
        "{method: POST, url: h, body: {json: '{\"a\": 1}'}}",
        "{url: h, body: {text: {content: 'a,b', type: text/csv}}}",
        "{url: h, body: {xml: <a/>}}",
        "{url: h, body: {form: [{name: a, value: b}, {name: c, off: true}]}}",
        "{url: h, body: {multipart: [{name: a, value: b, type: text/plain},"
            + " {name: f, file: /tmp/x, filename: y, off: true}]}}",
        "{url: h, body: {file: /tmp/x}}",
        "{url: h, body: {file: {path: /tmp/x, type: image/png}}}",
        "{url: h, body: {graphql: {query: '{a}', variables: '{\"n\": 1}', operation: o}}}",
        "{url: h, auth: {basic: {user: u, password: p}}}",
        "{url: h, auth: {digest: {user: u, password: p}}}",
        "{url: h, auth: {bearer: abc}}",
        "{url: h, auth: {apiKey: {name: X-Key, value: k}}}",
        "{url: h, auth: {apiKey: {name: a b, value: k, in: query}}}",
        "{url: h, auth: {oauth2: {tokenUrl: 'http://t/', clientId: c, clientSecret: s, scope: a b,"
            + " credentials: body}}}",
        "{url: h, auth: {oauth2: {grant: authorization-code, authorizationUrl: 'http://a/',"
            + " tokenUrl: 'http://t/', clientId: c, redirectPort: 7777}}}",
        "{url: h, auth: {aws: {accessKey: a, secretKey: s, sessionToken: t, region: r, service:"
            + " s3}}}",
        "{url: h, version: '1.1', family: ipv4, redirects: false, maxRedirects: 3,"
            + " keepMethod: true}",
        "{url: h, version: h2c, connectTimeout: 1s, idleTimeout: 2s, timeout: 3s,"
            + " proxy: 'http://p:3128', tls: {trust: none}}",
        "{url: h, decompress: false, largest: 5MB, cookies: false, expectContinue: true}",
        "{url: h, load: {requests: 7, concurrency: 3, rate: 2.5, ramp: 1s}}",
        "{url: h, load: {duration: 1m}}",
      })
  void whatIsWrittenIsReadAsTheSame(String fields) throws Exception {
    HttpRequest request = bound(fields);
    Bound<HttpRequest> again = HttpForm.bind(HttpForm.write(request));
    assertThat(again).isEqualTo(new Bound.Ok<>(request));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{method: GET} | request.url | missing",
        "{url: 'gopher://h/'} | request.url | gopher is not http",
        "{url: h, method: 'A B'} | request.method | one word",
        "{url: 'h/:id'} | request.path | :id",
        "{url: h, headers: ['A B: c']} | request.headers[0] | no name of a header",
        "{url: h, headers: [{name: A, value: \"b\\r\\nC: d\"}]} | request.headers[0] | line break",
        "{url: h, headers: [Accept]} | request.headers[0] | no header",
        "{url: h, body: {text: {content: x, type: \"a/b\\r"
            + "\\n"
            + "X: y\"}}} | request.body.text | media type",
        "{url: h, body: {file: {path: x, type: \"a/b\\r"
            + "\\n"
            + "X: y\"}}} | request.body.file | media type",
        "{url: h, body: {yaml: x}} | request.body.yaml | json",
        "{url: h, body: {graphql: {query: a, variables: '[1]'}}} | request.body.graphql.variables |"
            + " object",
        "{url: h, body: {multipart: [{name: a, value: b, file: c}]}} | request.body.multipart[0] |"
            + " not both",
        "{url: h, auth: {basic: {user: 'a:b'}}} | request.auth.basic | colon",
        "{url: h, auth: {oauth2: {tokenUrl: x, clientId: c, grant: authorization-code}}}"
            + " | request.auth.oauth2.authorizationUrl | needed",
        "{url: h, version: '3'} | request.version | auto",
        "{url: h, timeout: 0s} | request.timeout | more than 0",
        "{url: h, largest: 0} | request.largest | above 0",
        "{url: h, load: {rate: 0}} | request.load.rate | above 0",
        "{url: h, load: {requests: -1}} | request.load.requests | above 0",
        "{url: h, load: {duration: 0s}} | request.load.duration | more than 0",
      })
  void whatIsWrongIsSaidAtItsField(String fields, String path, String why) throws Exception {
    List<Problem> found = HttpForm.bind(typed(fields)).found();
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().path()).isEqualTo(path);
    assertThat(found.getFirst().message()).contains(why);
  }

  @Test
  void parametersAndVariablesOfThePathAreEncoded() throws Exception {
    HttpRequest request =
        bound(
            "{url: 'h/users/:id?a=1', path: {id: 'x/y z'},"
                + " params: [{name: q, value: 'a&b ü'}, {name: no, value: '1', off: true}]}");
    assertThat(request.url()).hasToString("http://h/users/x%2Fy%20z?a=1&q=a%26b%20%C3%BC");
  }

  @Test
  void aLoginInTheAddressIsBasic() throws Exception {
    assertThat(bound("{url: 'http://me:secret@h/'}").authorization())
        .isEqualTo(new Authorization.Basic("me", "secret"));
    assertThat(bound("{url: 'http://me:secret@h/', auth: {bearer: t}}").authorization())
        .isEqualTo(new Authorization.Bearer("t"));
  }

  @Test
  void headersThatAreOffAreNotSent() throws Exception {
    HttpRequest request = bound("{url: h, headers: ['A: 1', {name: B, value: '2', off: true}]}");
    assertThat(request.sentHeaders()).containsExactly(new HeaderLine("A", "1"));
    assertThat(request.hasHeader("a")).isTrue();
    assertThat(request.hasHeader("B")).isFalse();
  }

  @Test
  void secretsAreNotWrittenToFilesUnlessTheyAreVariables() throws Exception {
    Tree.Fields typed =
        typed(
            "{url: 'http://me:secret@h/', auth: {basic: {user: u, password: p}},"
                + " tls: {identity: {certificate: c, password: '{{p}}'}}}");
    assertThat(HttpForm.withoutSecrets(typed).toString())
        .doesNotContain("secret", "password=p")
        .contains("http://me@h/", "{{p}}");
  }

  /** What is stars in the wire log is not kept in files either. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "headers: ['Authorization: Bearer s3cret'] | Authorization: Bearer",
        "headers: ['authorization:s3cret word'] | authorization:",
        "headers: ['X-Api-Key: s3cret'] | X-Api-Key:",
        "headers: [{name: X-API-Key, value: s3cret, off: true}] | X-API-Key",
        "headers: ['Cookie: a=s3cret; b={{b}}; s3cret'] | Cookie: a=; b={{b}};",
        "headers: ['Referer: http://me:s3cret@h/?token=s3cret&x=1'] | http://me@h/?token=&x=1",
        "params: [{name: access_token, value: s3cret}] | access_token",
        "url: 'http://h/?access%5Ftoken=s3cret a&x=1#id_token=s3cret' |"
            + " h/?access%5Ftoken=&x=1#id_token=",
        "url: 'http://me:s3cret@h/?a=1;Token=s3cret;b' | http://me@h/?a=1;Token=",
        "body: {form: [{name: password, value: s3cret}, {name: n, value: v}]} | text=v",
        "body: {multipart: [{name: password, value: s3cret}, {name: n, value: v}]} | text=v",
      })
  void whatIsSecretByItsNameIsNotKept(String field, String left) throws Exception {
    assertThat(HttpForm.withoutSecrets(typed("{" + field + "}")).toString())
        .doesNotContain("s3cret")
        .contains(left);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "headers: ['Authorization: Bearer {{token}}', 'X-Api-Key: {{ key }}', 'Accept: a:b', Bad]",
        "headers: ['Cookie: a={{a}}; b={{ b }}', {name: Proxy-Authorization, value: '{{all}}'}]",
        "params: [{name: token, value: '{{token}}'}, {name: page, value: '1'}]",
        "url: 'http://h/a=1?x={{x&y}}&token={{ token }}&q=a;b=c'",
        "url: 'token=1'",
        "body: {form: [{name: password, value: '{{p}}'}, {name: a}]}",
        "body: {multipart: [{name: token, file: /tmp/x}, {name: token, value: ''}]}",
        "body: {json: '{\"a\": 1}'}",
      })
  void whatIsNoSecretIsKeptAsItIs(String field) throws Exception {
    Tree.Fields typed = typed("{" + field + "}");
    assertThat(HttpForm.withoutSecrets(typed)).isEqualTo(typed);
  }

  @Test
  void secretsAreNotShown() {
    assertThat(new Authorization.Basic("u", "hidden")).hasToString("Basic u");
    assertThat(new Authorization.Aws("a", "hidden", "hidden", "r", "s")).hasToString("AWS a/r/s");
  }
}
