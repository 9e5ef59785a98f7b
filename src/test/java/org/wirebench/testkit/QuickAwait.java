package org.wirebench.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Looks at once, and often, at what a test waits for. Awaitility looks every tenth of a second,
 * which thousands of waits make minutes. Registered for all tests by {@code META-INF/services}.
 */
public final class QuickAwait implements BeforeAllCallback {
  private static final Duration OFTEN = Duration.ofMillis(10);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(OFTEN);
  }
}
