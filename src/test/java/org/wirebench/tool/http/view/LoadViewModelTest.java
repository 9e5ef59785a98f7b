package org.wirebench.tool.http.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.testkit.Fx;

@Timeout(60)
class LoadViewModelTest {
  private final SignedIn browser = new SignedIn();
  @RegisterExtension private final LoadTab tab = new LoadTab(browser);

  private void start() {
    Fx.run(() -> tab.model().start());
  }

  @Test
  void aRunIsShownWhenItIsOver() {
    tab.type("url", tab.lab("/get"));
    tab.type("load.requests", "60");
    tab.type("load.concurrency", "4");
    start();
    LoadViewModel.Shown shown = tab.awaitEnd();
    assertThat(shown.state()).isEqualTo(LoadViewModel.State.DONE);
    assertThat(shown.report().answers()).isEqualTo(60);
    assertThat(shown.report().statuses()).containsEntry(200, 60L);
    assertThat(shown.rateNow()).isPositive();
    assertThat(shown.request().load().concurrency()).isEqualTo(4);
  }

  @Test
  void theNumbersOfARunAreThereWhileItRunsAndStayWhenItIsStopped() {
    tab.type("url", tab.lab("/get"));
    tab.type("load.duration", "1h");
    start();
    Fx.until(
        () -> {
          LoadViewModel.Shown shown = tab.model().shownProperty().get();
          return shown != null && shown.report().answers() > 0;
        });
    assertThat(Fx.call(() -> tab.model().runningProperty().get())).isTrue();
    Fx.run(() -> tab.model().stop());
    LoadViewModel.Shown shown = tab.awaitEnd();
    assertThat(shown.state()).isEqualTo(LoadViewModel.State.STOPPED);
    assertThat(shown.report().answers()).isPositive();
    assertThat(shown.report().seconds()).isNotEmpty();
  }

  /** Else it would be counted as time in which nothing was answered. */
  @Test
  void theSignInOfTheUserIsNoPartOfTheRun() throws Exception {
    tab.type("url", tab.lab("/bearer"));
    tab.type("auth.oauth2.grant", "authorization-code");
    tab.type("auth.oauth2.clientId", "lab");
    tab.type("auth.oauth2.tokenUrl", tab.lab("/oauth/token"));
    tab.type("auth.oauth2.authorizationUrl", tab.lab("/oauth/authorize"));
    tab.type("load.requests", "3");
    tab.type("load.concurrency", "2");
    start();
    String page = browser.page();
    Fx.until(() -> tab.model().waitingProperty().get().equals("Sign-in in the browser"));
    Instant allowed = Instant.now();
    SignedIn.allow(page);
    LoadViewModel.Shown shown = tab.awaitEnd();
    assertThat(shown.state()).isEqualTo(LoadViewModel.State.DONE);
    assertThat(shown.report().statuses()).containsExactly(Map.entry(200, 3L));
    assertThat(shown.report().begun()).isAfterOrEqualTo(allowed);
    assertThat(browser.isIdle()).isTrue();
    assertThat(Fx.call(() -> tab.model().waitingProperty().get())).isEmpty();
  }

  @Test
  void aServerThatIsNotThereIsCounted() {
    tab.type("url", "http://127.0.0.1:1/");
    tab.type("load.requests", "5");
    start();
    LoadViewModel.Shown shown = tab.awaitEnd();
    assertThat(shown.state()).isEqualTo(LoadViewModel.State.DONE);
    assertThat(shown.report().answers()).isZero();
    assertThat(shown.report().errors()).containsEntry("Connection refused", 5L);
  }

  @Test
  void whatCannotBeginIsAFailure() {
    tab.type("url", tab.lab("/anything"));
    tab.type("method", "POST");
    tab.type("body.file", "/no/such/file");
    start();
    Fx.until(() -> tab.model().failureProperty().get() != null);
    assertThat(Fx.call(() -> tab.model().runningProperty().get())).isFalse();
    assertThat(Fx.call(() -> tab.model().shownProperty().get())).isNull();
  }

  @Test
  void whatIsNoRequestIsNotStarted() {
    tab.type("url", "not a url");
    start();
    assertThat(Fx.call(() -> tab.model().runningProperty().get())).isFalse();
    assertThat(Fx.call(() -> tab.model().blockedProperty().getValue())).isNotEmpty();
  }
}
