package org.wirebench.tool.http.view;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.wirebench.tool.http.service.auth.Browser;

/** A browser, and a user who allows what the lab asks when told to. */
final class SignedIn implements Browser {
  private final BlockingQueue<String> opened = new LinkedBlockingQueue<>();

  @Override
  public void open(String url) {
    opened.add(url);
  }

  /** Waits for a page to be opened. */
  String page() throws InterruptedException {
    return requireNonNull(opened.poll(30, TimeUnit.SECONDS));
  }

  /** Whether there is no other page. */
  boolean isIdle() {
    return opened.isEmpty();
  }

  /** Allows what a page asks. */
  static void allow(String page) throws IOException, InterruptedException {
    try (HttpClient browser =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build()) {
      HttpResponse<String> end =
          browser.send(
              HttpRequest.newBuilder(URI.create(page + "&auto=1")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(end.body()).contains("You are signed in");
    }
  }
}
