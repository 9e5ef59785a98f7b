package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.testkit.TestNetwork;
import org.wirebench.tool.http.request.HttpForm;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.service.auth.Browser;

/** The HTTP service with a network of its own. */
public final class HttpHarness implements AutoCloseable, AfterEachCallback {
  private final TestNetwork network = new TestNetwork();
  private final HttpService service;

  public HttpHarness() {
    this(Browser.none());
  }

  /**
   * @param browser where the user signs in
   */
  public HttpHarness(Browser browser) {
    service =
        new HttpService(
            new HttpEnvironment(
                network.network(),
                network.stores(),
                JobClock.system(),
                () -> {
                  throw new AssertionError("no server here");
                },
                () -> NetDefaults.BUILT_IN,
                browser));
  }

  public TestNetwork network() {
    return network;
  }

  public HttpService service() {
    return service;
  }

  /** The request of these fields, in YAML. */
  public static HttpRequest request(String yaml) throws IOException {
    Path file = Files.createTempFile("request", ".yaml");
    try {
      Files.writeString(file, "wirebench: 1\nname: n\ntool: http\nrequest:\n" + yaml.indent(2));
      Bound<HttpRequest> bound = HttpForm.bind(EntryFiles.read(file).getFirst().request());
      assertThat(bound.found()).isEmpty();
      return ((Bound.Ok<HttpRequest>) bound).value();
    } finally {
      Files.delete(file);
    }
  }

  /** Carries out the request of these fields, which must succeed. */
  public HttpResult run(String yaml) throws Exception {
    HttpRequest request = request(yaml);
    return network.jobs().run(context -> service.run(request, context));
  }

  /** Why the request of these fields fails, as it must. */
  public NetFailure failure(HttpRun run) throws Exception {
    return network.jobs().failure(run::perform);
  }

  /** A run of these fields that has not begun. */
  public HttpRun prepare(String yaml) throws IOException {
    return service.prepare(request(yaml));
  }

  /** Waits until so many bytes of the body came; the exchange that they are of. */
  public static Exchange awaitBody(HttpRun run, long bytes) {
    await()
        .until(
            () -> !run.exchanges().isEmpty() && run.exchanges().getLast().body().size() == bytes);
    return run.exchanges().getLast();
  }

  /** The whole body. */
  public static String body(Exchange exchange) throws IOException {
    return new String(exchange.body().read(0, Math.toIntExact(exchange.body().size())), UTF_8);
  }

  @Override
  public void close() throws IOException {
    service.close();
    network.close();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    close();
  }
}
