package org.wirebench.tool.http.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.tool.http.curl.CurlCommand;
import org.wirebench.tool.http.request.HttpRequest;

/** What is copied as curl and pasted again is the same request. */
class CurlRoundTripTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{url: http://h/}",
        "{url: https://h:8443/a%20b/c?x=1&y=%26}",
        "{url: \"http://[::1]:8080/\"}",
        "{url: \"http://h/?a[]=1&b={c,d}&e=[1-3]\"}",
        "{url: http://h/a/../b}",
        "{url: \"http://h/'quoted'\"}",
        "{method: HEAD, url: http://h/}",
        "{method: POST, url: http://h/}",
        "{method: PUT, url: http://h/}",
        "{method: DELETE, url: http://h/}",
        "{method: OPTIONS, url: http://h/}",
        "{method: brew, url: http://h/}",
        "{url: http://h/, headers: [\"A: 1\", \"a: 2\", \"X-Empty:\", \"Q: 'it' \\\"is\\\" \\\\ $x"
            + " `y` !\"]}",
        "{url: http://h/, headers: [\"Name: Grüße 😀\", \"Cookie: a=b; c=d\"]}",
        "{url: http://h/, headers: [{name: Accept, value: \"\", off: true}]}",
        "{method: POST, url: http://h/, body: {json: \"{\\\"a\\\": 'x',\\n\\t\\\"b\\\": 1}\"}}",
        "{url: http://h/, body: {json: \"{}\"}}",
        "{method: PATCH, url: http://h/, body: {json: {content: \"[]\", type:"
            + " application/merge-patch+json}}}",
        "{method: POST, url: http://h/, body: {xml: \"<a>&amp;</a>\"}}",
        "{method: POST, url: http://h/, body: {text: \"@at the front\"}}",
        "{method: POST, url: http://h/, body: {text: \"bell \\a, \\r\\n, bidi \\u202e, é\"}}",
        "{method: POST, url: http://h/, body: {text: {content: x, type: text/csv}}}",
        "{method: POST, url: http://h/, body: {form: []}}",
        "{method: POST, url: http://h/, body: {form: [{name: a b&c=d, value: \"1 + 1 = 2 & ä\"},"
            + " {name: e, value: \"\"}, {name: \"@f\", value: \"@g\"}]}}",
        "{url: http://h/, body: {form: [{name: a, value: b}]}}",
        "{method: POST, url: http://h/, body: {multipart: [{name: a, value: \"@b;c\"}, {name: d,"
            + " value: \"x;\\\"y\\\"\\\\\", type: text/html}, {name: f, file: \"/a b/c;d.txt\"},"
            + " {name: g, file: x.bin, type: image/png, filename: \"q\\\".png\"}]}}",
        "{method: PUT, url: http://h/x, body: {file: /tmp/data.json}}",
        "{method: POST, url: http://h/x, body: {file: {path: data.bin, type: image/png}}}",
        "{method: POST, url: http://h/x/, body: {file: {path: data.bin, type: image/png}}}",
        "{url: http://h/, auth: {basic: {user: me, password: \"a:b 'c\"}}}",
        "{url: http://h/, auth: {basic: {user: \"\", password: x}}}",
        "{url: http://h/, auth: {digest: {user: me, password: \"\"}}}",
        "{url: http://h/, auth: {bearer: a.b.c}}",
        "{url: http://h/, auth: {aws: {accessKey: A, secretKey: s, sessionToken: t, region:"
            + " eu-west-1, service: s3}}, redirects: false}",
        "{url: http://h/, auth: {aws: {accessKey: A, secretKey: s, region: eu-west-1, service:"
            + " s3}}}",
        "{url: http://h/, version: \"1.1\"}",
        "{url: https://h/, version: \"2\"}",
        "{url: http://h/, version: h2c}",
        "{url: http://h/, family: ipv6}",
        "{url: http://h/, redirects: false}",
        "{url: http://h/, maxRedirects: 3, keepMethod: true}",
        "{url: http://h/, connectTimeout: 1500ms, idleTimeout: 7s, timeout: 1m}",
        "{url: http://h/, proxy: none}",
        "{url: http://h/, proxy: \"http://me:pass%20word@proxy:3128\"}",
        "{url: http://h/, proxy: \"socks5://proxy:1080\"}",
        "{url: https://h/, tls: {trust: none}}",
        "{url: https://h/, tls: {trust: authority, authority: /etc/ca bundle.pem}}",
        "{url: https://h/, tls: {identity: {certificate: c.pem, key: k.pem, password: x}}}",
        "{url: https://h/, tls: {identity: {certificate: \"a:b.pem\", key: \"a:b.pem\"}}}",
        "{url: https://h/, tls: {identity: {certificate: store, password: x}}}",
        "{url: https://h/, tls: {minimum: tls-1-3}}",
        "{url: https://h/, tls: {minimum: tls-1-1, maximum: tls-1-2}}",
        "{method: POST, url: http://h/, body: {json: \"{}\"}, expectContinue: true}"
      })
  void theCommandIsTheRequest(String yaml) {
    HttpRequest request = HttpRequests.of(yaml);
    String command = HttpWriters.curl(request, NetDefaults.BUILT_IN);
    CurlCommand.Parsed parsed = CurlCommand.parse(command);
    assertThat(parsed.notes()).as(command).isEmpty();
    assertThat(HttpRequests.of(parsed.request())).as(command).isEqualTo(request);
  }
}
