package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.http.lab.TestLab.HTTP;
import static org.wirebench.tool.http.lab.TestLab.HTTPS;
import static org.wirebench.tool.http.lab.TestLab.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.security.cert.CertificateFactory;
import java.util.stream.IntStream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.lab.LabServer;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Tree;
import org.wirebench.tool.http.request.HttpForm;
import org.wirebench.tool.http.request.HttpRequest;

@Timeout(60)
class LabServersTest {
  /** The JDK's client refuses more than a hundred streams at once, rather than to wait. */
  private static final int CLIENTS = 80;

  @RegisterExtension private final TestLab lab = new TestLab();

  @Test
  void thereIsOneWithoutTlsAndOneWith() {
    assertThat(lab.lab().status().stream().map(Lab.Status::server).map(LabServer::id))
        .containsExactly(HTTP, HTTPS);
    assertThat(lab.lab().status().stream().map(Lab.Status::server).map(LabServer::tool))
        .containsOnly("http");
  }

  @ParameterizedTest
  @ValueSource(strings = {HTTP, HTTPS})
  void theRequestOfARunningServerIsARequestToIt(String id) {
    String address = lab.start(id);

    Tree.Fields typed = lab.lab().status(id).request().orElseThrow();
    Bound<HttpRequest> bound = HttpForm.bind(typed);

    assertThat(bound.found()).isEmpty();
    HttpRequest request = ((Bound.Ok<HttpRequest>) bound).value();
    assertThat(request.url().toString())
        .isEqualTo((id.equals(HTTPS) ? "https://" : "http://") + address + "/");
    assertThat(address).startsWith("127.0.0.1:");
  }

  @Test
  void http1IsSpokenWithoutTls() throws Exception {
    HttpResponse<String> answer = lab.get("/get");
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    assertThat(TestLab.json(answer).path("version").asString()).isEqualTo("HTTP/1.1");
  }

  @Test
  void http2IsSpokenWithoutTlsToWhomUpgrades() throws Exception {
    HttpResponse<String> answer = lab.send2(request(lab.plain("/get")));
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(TestLab.json(answer).path("version").asString()).isEqualTo("HTTP/2");
  }

  @Test
  void alpnChoosesTheVersionOverTls() throws Exception {
    HttpResponse<String> second = lab.send2(request(lab.secure("/get")));
    assertThat(second.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(TestLab.json(second).path("url").asString()).startsWith("https://127.0.0.1:");

    HttpResponse<String> first = lab.send(request(lab.secure("/get")));
    assertThat(first.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
  }

  @Test
  void theAuthorityOfTheCertificateIsServed() throws Exception {
    String pem = lab.get("/authority.pem").body();
    var served =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(ISO_8859_1)));
    assertThat(served).isEqualTo(lab.identity().chain().getLast());
  }

  @Test
  void whoDoesNotTrustTheAuthorityIsNotServed() throws Exception {
    try (HttpClient stranger = HttpClient.newHttpClient()) {
      assertThatThrownBy(
              () ->
                  stranger.send(
                      request(lab.secure("/get")).build(), HttpResponse.BodyHandlers.discarding()))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void stoppingDisconnectsClientsAndFreesThePort() throws Exception {
    int port = lab.port(HTTP);
    try (Socket idle = new Socket(InetAddress.getLoopbackAddress(), port);
        Socket busy = lab.raw("GET /sse?interval=60 HTTP/1.1", "Host: lab")) {
      assertThat(busy.getInputStream().read()).isPositive();

      lab.stop(HTTP);

      assertThat(idle.getInputStream().read()).isNegative();
      assertThat(ends(busy)).isTrue();
    }
    new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
  }

  private static boolean ends(Socket socket) throws IOException {
    try {
      return socket.getInputStream().readAllBytes().length > 0;
    } catch (SocketException reset) {
      return true;
    }
  }

  @Test
  void aStoppedServerStartsAgain() throws Exception {
    assertThat(lab.get("/get").statusCode()).isEqualTo(200);
    lab.stop(HTTP);
    assertThat(lab.get("/get").statusCode()).isEqualTo(200);
  }

  @Test
  void cancellingTheJobStopsTheServer() {
    lab.start(HTTPS);
    lab.jobs().jobs().running().forEach(job -> job.cancel());
    await().until(() -> lab.lab().status(HTTPS).state() == Lab.State.STOPPED);
  }

  @Test
  void manyClientsAreServedAtOnce() throws Exception {
    HttpClient client = lab.client(HttpClient.Version.HTTP_2);
    var request = request(lab.secure("/delay/0.01")).build();
    var answers =
        IntStream.range(0, CLIENTS)
            .mapToObj(_ -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
            .toList();
    for (var answer : answers) {
      assertThat(answer.get().statusCode()).isEqualTo(200);
    }
  }
}
