package org.wirebench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.testkit.TestFolders;
import org.wirebench.tool.http.HttpTool;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.service.cookie.CookieJar;

/** The cookies of the HTTP tool are those of the last time. */
class KeptCookiesTest {
  @TempDir private Path folder;

  private static CookieJar jar(AppWindow window) {
    return window.parts().tools().stream()
        .map(tool -> tool.tool())
        .filter(HttpTool.class::isInstance)
        .map(HttpTool.class::cast)
        .findFirst()
        .orElseThrow()
        .service()
        .cookies();
  }

  @Test
  void cookiesAreThereAtTheNextStart() throws Exception {
    try (AppWindow first = new AppWindow(folder)) {
      var _ =
          jar(first).received(HttpUrl.parse("https://example.com/"), List.of("a=b; Max-Age=3600"));
    }
    assertThat(Files.readString(TestFolders.in(folder).state().resolve("cookies.yaml")))
        .contains("example.com");
    try (AppWindow second = new AppWindow(folder)) {
      assertThat(jar(second).list())
          .singleElement()
          .satisfies(cookie -> assertThat(cookie.value()).isEqualTo("b"));
    }
  }
}
