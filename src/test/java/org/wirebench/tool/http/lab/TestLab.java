package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.testkit.TestJobs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The web servers of the lab, started when they are asked for, and clients for them. */
final class TestLab implements AfterEachCallback {
  static final String HTTP = "http.http";
  static final String HTTPS = "http.https";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final JsonMapper JSON = new JsonMapper();

  private final TestJobs jobs = new TestJobs();
  private final Identity identity = Authority.create("Test lab").localServer();
  private final HttpLab http = new HttpLab(() -> identity, new MockBook());
  private final Lab lab = new Lab(jobs.jobs(), http.servers());
  private final List<HttpClient> clients = new ArrayList<>();

  MockBook mocks() {
    return http.mocks();
  }

  TestJobs jobs() {
    return jobs;
  }

  Lab lab() {
    return lab;
  }

  Identity identity() {
    return identity;
  }

  /** Starts a server; where it listens. */
  String start(String id) {
    lab.start(id);
    await().atMost(PATIENCE).until(() -> lab.status(id).state() == Lab.State.RUNNING);
    return lab.status(id).address().orElseThrow();
  }

  void stop(String id) {
    lab.stop(id);
    await().atMost(PATIENCE).until(() -> lab.status(id).state() == Lab.State.STOPPED);
  }

  /** The address of a path of the server without TLS. */
  URI plain(String path) {
    return URI.create("http://" + start(HTTP) + path);
  }

  /** The address of a path of the server with TLS. */
  URI secure(String path) {
    return URI.create("https://" + start(HTTPS) + path);
  }

  int port(String id) {
    return Integer.parseInt(start(id).split(":", 2)[1]);
  }

  /** A client that trusts the authority of this lab, and follows nothing. */
  HttpClient client(HttpClient.Version version) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("lab", identity.chain().getLast());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    HttpClient client =
        HttpClient.newBuilder().version(version).sslContext(tls).connectTimeout(PATIENCE).build();
    clients.add(client);
    return client;
  }

  static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).timeout(PATIENCE);
  }

  /** The answer to a request over HTTP/1.1. */
  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client(HttpClient.Version.HTTP_1_1)
        .send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** As {@link #send}, over HTTP/2. */
  HttpResponse<String> send2(HttpRequest.Builder request) throws Exception {
    return client(HttpClient.Version.HTTP_2)
        .send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(request(plain(path)));
  }

  HttpResponse<String> post(String path, String type, String body) throws Exception {
    return send(
        request(plain(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  /** Sends lines to the server without TLS. */
  Socket raw(String... lines) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(HTTP));
    socket.setSoTimeout((int) PATIENCE.toMillis());
    String text = String.join("\r\n", lines) + "\r\n\r\n";
    socket.getOutputStream().write(text.getBytes(UTF_8));
    return socket;
  }

  /** All that the server without TLS answers to a GET until it ends the connection. */
  String rawGet(String path) throws IOException {
    try (Socket socket = raw("GET " + path + " HTTP/1.1", "Host: lab", "Connection: close")) {
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    clients.forEach(HttpClient::shutdownNow);
    lab.close();
    jobs.close();
    assertThat(jobs.jobs().running()).isEmpty();
  }
}
