package org.wirebench.tool.http.code;

import java.util.List;

/** Requests of all kinds, as users type them. */
public final class HttpSamples {
  private HttpSamples() {}

  /** One for each thing that a request can ask for. */
  public static List<String> typed() {
    return List.of(
        "{url: http://h/}",
        "{url: \"https://h:8443/a%20b?x=1&y={z}|w\"}",
        "{method: HEAD, url: http://h/}",
        "{method: POST, url: http://h/}",
        "{method: DELETE, url: http://h/}",
        "{url: http://h/, headers: [\"A: 1\", \"a: 2\", \"X-Empty:\", \"Q: 'it' \\\"is\\\" \\\\"
            + " $x\"]}",
        "{url: http://h/, headers: [\"Name: Grüße\", \"Host: other\", \"Cookie: a=b\"]}",
        "{url: http://h/, headers: [{name: Accept, value: x, off: true}]}",
        "{method: POST, url: http://h/, body: {json: \"{\\\"a\\\": 'x',\\n \\\"b\\\": [1]}\"}}",
        "{method: POST, url: http://h/, body: {json: \"{\\n  \\\"a\\\": 1\\n}\\n\"}}",
        "{url: http://h/, body: {text: \"on GET\"}}",
        "{method: POST, url: http://h/, headers: [{name: Content-Type, value: x, off: true}],"
            + " body: {text: \"bell \\a, \\r\\n, bidi \\u202e, é 😀, \\\\u000a, \\0\"}}",
        "{method: POST, url: http://h/, body: {form: []}}",
        "{method: POST, url: http://h/, body: {form: [{name: a b, value: \"1 & ä\"}]}}",
        "{method: POST, url: http://h/, body: {multipart: [{name: a, value: \"@b;c\"}, {name: d,"
            + " value: \"x\", type: text/html}, {name: f, file: \"/a b/c;d.txt\"}, {name: g, file:"
            + " x.bin, type: image/png, filename: \"q\\\".png\"}]}}",
        "{method: POST, url: http://h/, body: {multipart: []}}",
        "{method: PUT, url: http://h/x, body: {file: /tmp/data.json}}",
        "{method: POST, url: http://h/x/, body: {file: {path: data.bin, type: image/png}}}",
        "{method: POST, url: http://h/, body: {graphql: {query: \"{ a }\", variables: \"{}\"}}}",
        "{url: http://h/, auth: {basic: {user: me, password: \"a:b 'c\\\"\"}}}",
        "{url: http://h/, auth: {basic: {user: jürgen, password: x}}}",
        "{url: http://h/, auth: {digest: {user: \"m:e\", password: x}}}",
        "{url: http://h/, auth: {bearer: a.b.c}}",
        "{url: http://h/, auth: {apiKey: {name: X-Key, value: s}}}",
        "{url: http://h/?a=b, auth: {apiKey: {name: key, value: s t, in: query}}}",
        "{url: http://h/, auth: {oauth2: {tokenUrl: \"http://t/\", clientId: c, clientSecret: s,"
            + " scope: a b}}}",
        "{url: http://h/, auth: {oauth2: {tokenUrl: \"http://t/\", clientId: c, clientSecret: s,"
            + " credentials: body}}}",
        "{url: http://h/, auth: {oauth2: {grant: authorization-code, authorizationUrl:"
            + " \"http://a/\", tokenUrl: \"http://t/\", clientId: c}}}",
        "{url: http://h/, auth: {aws: {accessKey: A, secretKey: s, sessionToken: t}}}",
        "{url: http://h/, version: \"1.1\"}",
        "{url: https://h/, version: \"2\"}",
        "{url: http://h/, version: h2c}",
        "{url: http://h/, family: ipv6}",
        "{url: http://h/, redirects: false}",
        "{method: PUT, url: http://h/, maxRedirects: 3, keepMethod: true}",
        "{url: http://h/, connectTimeout: 1500ms, idleTimeout: 7s, timeout: 1m}",
        "{url: http://h/, proxy: none}",
        "{url: http://h/, proxy: \"http://me:pass%20word@proxy:3128\"}",
        "{url: https://h/, proxy: \"socks5://proxy:1080\"}",
        "{url: https://h/, tls: {trust: none}}",
        "{url: https://h/, tls: {trust: authority, authority: /etc/ca bundle.pem}}",
        "{url: https://h/, tls: {trust: pinned, sha256: \"" + "ab".repeat(32) + "\"}}",
        "{url: https://h/, tls: {identity: {certificate: c.pem, key: k.pem, password: x}}}",
        "{url: https://h/, tls: {identity: {certificate: c.pem, key: k.pem}, trust: none}}",
        "{url: https://h/, tls: {identity: {certificate: store.p12, password: x}}}",
        "{url: https://h/, tls: {minimum: tls-1-3, serverName: other, alpn: [x]}}",
        "{method: POST, url: http://h/, body: {json: \"{}\"}, expectContinue: true}",
        "{url: http://h/, decompress: false, largest: 1MB}",
        "{url: http://h/, load: {requests: 50, concurrency: 5, rate: 20}}",
        "{url: http://h/, load: {duration: 3s, concurrency: 200, ramp: 1s}}",
        "{url: http://h/, load: {duration: 3s, requests: 50, rate: 2.5}, proxy:"
            + " \"socks5://proxy:1080\"}");
  }
}
