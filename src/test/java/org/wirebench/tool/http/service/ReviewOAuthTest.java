package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.tool.http.request.Percent;

/** Findings of the review of session 8 about the sign-in. */
class ReviewOAuthTest {
  @RegisterExtension private final HttpHarness http = new HttpHarness(this::open);

  private static String parameter(String url, String name) {
    Matcher found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(url);
    assertThat(found.find()).isTrue();
    return Percent.decodeQuery(found.group(1));
  }

  private static void get(int port, String target) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(("GET " + target + " HTTP/1.1\r\n\r\n").getBytes(US_ASCII));
      String _ = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void open(String url) {
    Thread.ofVirtual()
        .start(
            () -> {
              String to = parameter(url, "redirect_uri");
              int port = Integer.parseInt(to.replaceAll(".*:(\\d+)/.*", "$1"));
              // Any page in any browser of this machine can do this.
              get(port, "/callback?code=evil&state=guess");
              get(port, "/callback?code=c0de&state=" + parameter(url, "state"));
            });
  }

  @Test
  void aStrangerDoesNotEndTheSignIn() throws Exception {
    String token = "{\"access_token\":\"t1\",\"token_type\":\"bearer\"}";
    try (RawServer tokens =
            RawServer.answering(
                "HTTP/1.1 200 OK\r\nContent-Length: " + token.length() + "\r\n\r\n" + token);
        RawServer api = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        HttpResult result =
            http.run(
                "{url: '%s', auth: {oauth2: {tokenUrl: '%s', clientId: me, grant: authorization-code, authorizationUrl: 'http://login.example/auth'}}}"
                    .formatted(api.url("/"), tokens.url("/token")))) {
      assertThat(result.head().status()).isEqualTo(200);
    }
  }
}
