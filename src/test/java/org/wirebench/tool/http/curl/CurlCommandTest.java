package org.wirebench.tool.http.curl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Tree;
import org.wirebench.tool.http.request.HttpForm;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.service.RequestBody;

class CurlCommandTest {
  private static Tree.Fields request(String command) {
    return CurlCommand.parse(command).request().plain();
  }

  /** What {@code yaml} types. */
  private static Tree.Fields typed(String yaml) throws Exception {
    String file = "wirebench: 1\nname: n\ntool: http\nrequest:\n" + yaml.indent(2);
    return EntryFiles.parse(Path.of("x.yaml"), file.getBytes(StandardCharsets.UTF_8))
        .getFirst()
        .request()
        .plain();
  }

  /** The command, which nothing of is left out, is this; redirects are not followed. */
  private static void assertRequest(String command, String yaml) throws Exception {
    CurlCommand.Parsed parsed = CurlCommand.parse(command);
    assertThat(parsed.notes()).isEmpty();
    assertThat(parsed.request().plain().without("redirects")).isEqualTo(typed(yaml));
  }

  private static List<String> notes(String options) {
    return CurlCommand.parse("curl http://h/ " + options).notes();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl http://h/",
        "  curl 'http://h/'",
        "$ curl http://h/",
        "# a comment\n# more\n\ncurl http://h/",
        "curl.exe http://h/",
        "/usr/bin/curl http://h/",
        "curl ^\"http://h/^\"",
        "curl -X POST"
      })
  void aCommandIsSeen(String text) {
    assertThat(CurlCommand.isCurl(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "curl", "curl.example.org/", "http://curl /", "curling x", "http://h/?curl x"})
  void whatIsNoneIsNot(String text) {
    assertThat(CurlCommand.isCurl(text)).isFalse();
    assertThatThrownBy(() -> CurlCommand.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void chromesBashFormIsRead() throws Exception {
    assertRequest(
        """
        curl 'https://h/api?x=1&y=2' \\
          -H 'accept: */*' \\
          -H 'content-type: application/json' \\
          -b 'a=1; b=2' \\
          --data-raw $'{"t":"it\\'s \\u00e4 \\ud83d\\ude00\\\\n"}' \\
          --compressed \\
          --insecure
        """,
        """
        method: POST
        url: https://h/api?x=1&y=2
        headers: ["accept: */*", "Cookie: a=1; b=2"]
        body: {json: "{\\"t\\":\\"it's ä 😀\\\\n\\"}"}
        tls: {trust: none}
        """);
  }

  @Test
  void chromesFormForWindowsIsRead() throws Exception {
    assertRequest(
        """
        curl ^"https://h/api?x=1^&y=^%^20^" ^
          -H ^"accept: */*^" ^
          -H ^"content-type: application/json^" ^
          --data-raw ^"^{^\\^"a^\\^":^\\^"x ^^ y^\\^"^}^

        next^" ^
          --compressed
        """,
        """
        method: POST
        url: https://h/api?x=1&y=%20
        headers: ["accept: */*"]
        body: {json: "{\\"a\\":\\"x ^ y\\"}\\nnext"}
        """);
  }

  @Test
  void theOlderFormForWindowsIsRead() throws Exception {
    assertRequest(
        """
        curl "http://h/" ^
          -H "X: it's" ^
          --data-binary "{\\"a\\":\\"C:\\\\\\\\\\"}"
        """
            .replace("\n", "\r\n"),
        """
        method: POST
        url: http://h/
        headers: ["X: it's"]
        body: {json: {content: "{\\"a\\":\\"C:\\\\\\\\\\"}", type: application/x-www-form-urlencoded}}
        """);
    assertRequest(
        """
        curl "http://h/" -d "{""a"":1}" -H "Content-Type: application/json"
        """,
        """
        method: POST
        url: http://h/
        body: {json: '{"a":1}'}
        """);
  }

  @Test
  void firefoxsFormIsRead() throws Exception {
    assertRequest(
        "curl 'http://h/login' --compressed -X POST -H 'User-Agent: Mozilla/5.0' -H"
            + " 'Content-Type: application/x-www-form-urlencoded' --data-raw"
            + " 'user=a+b&mail=a%40b.c&empty='",
        """
        method: POST
        url: http://h/login
        headers: ["User-Agent: Mozilla/5.0"]
        body: {form: [{name: user, value: a b}, {name: mail, value: a@b.c}, {name: empty, value: ""}]}
        """);
  }

  @Test
  void quotesAndContinuationsAreThoseOfBash() throws Exception {
    assertRequest(
        "curl \"http://h/\"a' b'\\ c \\\n -H \"X: \\\"q\\\" \\\\ \\x\"\n-A ''\"x\"",
        """
        url: http://h/a b c
        headers: ["User-Agent: x", 'X: "q" \\ \\x']
        """);
    assertRequest("curl http://h/?a=1&b=2 # and a comment", "url: http://h/?a=1&b=2\n");
    assertRequest(
        "curl http://h/ -H $'X: \\t\\101\\x42\\'\\xc3\\xa4\\U1F600'",
        "url: http://h/\nheaders: [\"X: AB'ä😀\"]\n");
  }

  @Test
  void variablesStayAndThoseOfTheShellBecomeOurs() throws Exception {
    assertRequest(
        "curl '{{base}}/x?a={{b}}' -d 'n={{v w}}' -u {{user}}:{{password}}",
        """
        method: POST
        url: "{{base}}/x?a={{b}}"
        body: {form: [{name: n, value: "{{v w}}"}]}
        auth: {basic: {user: "{{user}}", password: "{{password}}"}}
        """);
    CurlCommand.Parsed parsed =
        CurlCommand.parse("curl http://h/ -H \"Authorization: Bearer $TOKEN\" -A '$no' -e ${FROM}");
    assertThat(parsed.request().plain().without("redirects"))
        .isEqualTo(
            typed(
                """
                url: http://h/
                headers: ["Referer: {{FROM}}", "User-Agent: $no"]
                auth: {bearer: "{{TOKEN}}"}
                """));
    assertThat(parsed.notes()).hasSize(2).first().asString().contains("$TOKEN", "{{TOKEN}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "-I|{method: HEAD, url: http://h/}",
        "-XPUT|{method: PUT, url: http://h/}",
        "--request=PUT|{method: PUT, url: http://h/}",
        "-sSLkI|{method: HEAD, url: http://h/, tls: {trust: none}}",
        "-L|{url: http://h/}",
        "-d a=b -d c=d|`{method: POST, url: http://h/, body: {form: [{name: a, value: b}, {name: c,"
            + " value: d}]}}`",
        "-d x --data y|{method: POST, url: http://h/, body: {text: {content: x&y, type:"
            + " application/x-www-form-urlencoded}}}",
        "-G -d a=b --data-urlencode 'c=d e&f'|{url: \"http://h/?a=b&c=d%20e%26f\"}",
        "--url-query 'q=ä' --url-query +x=%20|{url: \"http://h/?q=%C3%A4&x=%20\"}",
        "--data-urlencode 'a=b c'|`{method: POST, url: http://h/, body: {form: [{name: a, value: b"
            + " c}]}}`",
        "--data-raw @x|{method: POST, url: http://h/, body: {text: {content: \"@x\", type:"
            + " application/x-www-form-urlencoded}}}",
        "-d ''|{method: POST, url: http://h/, body: {form: []}}",
        "-d '' -H Content-Type:|{method: POST, url: http://h/}",
        "--json '{}'|`{method: POST, url: http://h/, headers: [\"Accept: application/json\"], body:"
            + " {json: \"{}\"}}`",
        "--data-binary @f.bin|{method: POST, url: http://h/, body: {file: {path: f.bin, type:"
            + " application/x-www-form-urlencoded}}}",
        "-T a.json|{method: PUT, url: http://h/a.json, body: {file: a.json}}",
        "-H 'X;' -H 'Accept:'|`{url: http://h/, headers: [\"X:\", {name: Accept, value: \"\", off:"
            + " true}]}`",
        "-H 'Content-Type: text/xml' -d '<a/>'|{method: POST, url: http://h/, body: {xml: {content:"
            + " <a/>, type: text/xml}}}",
        "-F a=b -F 'f=@\"a;b.txt\";type=text/html;charset=x;filename=\"q\\\"\"' --form-string"
            + " n=@x|`{method: POST, url: http://h/, body: {multipart: [{name: a, value: b}, {name:"
            + " f, file: a;b.txt, type: text/html;charset=x, filename: q\"}, {name: n, value:"
            + " \"@x\"}]}}`",
        "-F 'f=@a.txt,b.txt'|`{method: POST, url: http://h/, body: {multipart: [{name: f, file:"
            + " a.txt}, {name: f, file: b.txt}]}}`",
        "-u me:pa:ss|{url: http://h/, auth: {basic: {user: me, password: \"pa:ss\"}}}",
        "--digest -u me:x|{url: http://h/, auth: {digest: {user: me, password: x}}}",
        "--oauth2-bearer t|{url: http://h/, auth: {bearer: t}}",
        "-H 'authorization: Basic bWU6eA=='|{url: http://h/, auth: {basic: {user: me, password:"
            + " x}}}",
        "--aws-sigv4 aws:amz:eu:s3 -u k:s -H 'X-Amz-Security-Token: t'|`{url: http://h/, auth:"
            + " {aws: {accessKey: k, secretKey: s, sessionToken: t, region: eu, service: s3}}}`",
        "--http2-prior-knowledge -6|{url: http://h/, version: h2c, family: ipv6}",
        "--http1.1 -4|{url: http://h/, version: \"1.1\", family: ipv4}",
        "--max-redirs 3 -L --post301|{url: http://h/, maxRedirects: 3, keepMethod: true}",
        "-m 2.5 --connect-timeout 1 -y 9 -Y 1|{url: http://h/, connectTimeout: 1s, idleTimeout: 9s,"
            + " timeout: 2.5s}",
        "-x p -U 'a:b c'|{url: http://h/, proxy: \"http://a:b%20c@p:1080\"}",
        "-x socks5h://u:v@p:9|{url: http://h/, proxy: \"socks5://u:v@p:9\"}",
        "--noproxy '*'|{url: http://h/, proxy: none}",
        "--cacert ca.pem|{url: http://h/, tls: {trust: authority, authority: ca.pem}}",
        "-E c.pem --key k.pem --pass x|{url: http://h/, tls: {identity: {certificate: c.pem, key:"
            + " k.pem, password: x}}}",
        "--cert c.p12:a:b|{url: http://h/, tls: {identity: {certificate: c.p12, password:"
            + " \"a:b\"}}}",
        "--tlsv1.3|{url: http://h/, tls: {minimum: tls-1-3}}",
        "--tlsv1.2 --tls-max 1.2|{url: http://h/, tls: {minimum: tls-1-2, maximum: tls-1-2}}",
        "-H 'Expect: 100-continue' -d a=|`{method: POST, url: http://h/, body: {form: [{name: a,"
            + " value: \"\"}]}, expectContinue: true}`",
        "-o out -w '%{http_code}' -vi --no-buffer|{url: http://h/}"
      })
  void everyOptionHasItsPlace(String options, String request) throws Exception {
    Tree.Fields wanted = (Tree.Fields) typed("x: " + request).get("x").orElseThrow();
    CurlCommand.Parsed parsed = CurlCommand.parse("curl http://h/ " + options);
    assertThat(parsed.notes()).isEmpty();
    assertThat(parsed.request().plain().without("redirects")).isEqualTo(wanted);
  }

  @Test
  void redirectsAreFollowedOnlyWhereItIsSaid() {
    assertThat(request("curl http://h/").text("redirects")).contains("false");
    assertThat(request("curl -L http://h/").text("redirects")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--hedaer 'X: y'|--hedaer X: y|--header",
        "--nonsense|--nonsense|not known",
        "-c jar|--cookie-jar jar|Left out",
        "--pinnedpubkey sha256//x|--pinnedpubkey sha256//x|Left out",
        "--resolve h:80:1.2.3.4|--resolve h:80:1.2.3.4|Left out",
        "http://other/|http://other/|first address",
        "--next http://other/|--next|Only",
        "-b jar.txt|jar.txt|not read",
        "-d @x.txt|x.txt|line ends",
        "-H nothing|nothing|no header",
        "-m soon|--max-time|soon",
        "-x https://p:1|https|proxies",
        "-u me|password|curl would ask",
        "-H 'A: b|quote|no end",
        "`| jq .`|jq|first command",
        "> answer.json|answer.json|Left out",
        "`2>/dev/null >>'my file' -k`|my file|Left out",
        "&> all|all|Left out",
      })
  void whatIsLeftOutIsNamed(String options, String one, String other) {
    assertThat(notes(options)).hasSize(1).first().asString().contains(one, other);
  }

  /** What is printed where is no part of a request. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -s 2>/dev/null http://h/",
        "curl 2> 'errors of mine' http://h/ >/dev/null 2>&1",
        "curl http://h/ >&2",
        "curl ^\"http://h/^\" 2>nul >NUL 2>&1",
      })
  void whereErrorsGoIsNoAddress(String command) throws Exception {
    assertRequest(command, "url: http://h/\n");
  }

  @Test
  void aFileForTheAnswerIsNamedInAFormForWindowsToo() {
    CurlCommand.Parsed parsed = CurlCommand.parse("curl ^\"http://h/^\" > \"my file\" -k");
    assertThat(parsed.notes()).hasSize(1).first().asString().contains("my file");
    assertThat(parsed.request().text("url")).contains("http://h/");
    assertThat(parsed.request().get("tls")).isPresent();
  }

  /** As a server sees it, byte for byte. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=caf%E9",
        "a=100%",
        "a=b%zz",
        "a=b%20c",
        "a=b+c&d=%C3%A4",
        "a=%c3%a4",
        "a=~",
        "mail=me@b.c",
        "a&b=c",
        "a={\"b\":1}"
      })
  void dataIsSentAsItWasGiven(String data) throws Exception {
    CurlCommand.Parsed parsed = CurlCommand.parse("curl http://h/ -d '" + data + "'");
    Bound<HttpRequest> bound = HttpForm.bind(parsed.request());
    RequestBody body = RequestBody.of(((Bound.Ok<HttpRequest>) bound).value().body());
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    body.writeTo(sent);
    assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo(data);
    assertThat(body.type()).isEqualTo("application/x-www-form-urlencoded");
  }

  /** Each threw once. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "-d 'a={{x&y}}'|a={{x&y}}",
        "-d 'a={{x=y}}'|a={{x=y}}",
        "-d $'\\ud83d\\udczz'|?Üzz",
      })
  void halfAVariableOrACharacterIsText(String options, String content) {
    Tree.Fields body = (Tree.Fields) request("curl http://h/ " + options).get("body").orElseThrow();
    Tree.Fields text = (Tree.Fields) body.get("text").orElseThrow();
    assertThat(text.text("content")).contains(content);
  }

  @Test
  void anUnknownOptionTakesNoAddressAway() {
    assertThat(request("curl --nonsense http://h/").text("url")).contains("http://h/");
    assertThat(request("curl --nonsense h").text("url")).contains("h");
    assertThat(request("curl --nonsense x h").text("url")).contains("h");
  }

  @Test
  void aCommandWithoutAnAddressSaysSo() {
    assertThat(CurlCommand.parse("curl -X PUT").notes()).hasSize(1);
  }

  /** A body as large as browsers copy it, of the worst kind for a regular expression. */
  @ParameterizedTest
  @ValueSource(strings = {"a=b&", "{{v}}=x&", "\\'", "^", "{", "\\u00e4"})
  void aLargeCommandIsRead(String piece) {
    String body = piece.repeat(200_000);
    assertThat(request("curl http://h/ --data-raw $'" + body + "'").get("body")).isPresent();
    assertThat(request("curl ^\"http://h/^\" --data-raw ^\"" + body + "^\"").get("body"))
        .isPresent();
  }
}
