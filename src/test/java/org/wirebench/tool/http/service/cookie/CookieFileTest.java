package org.wirebench.tool.http.service.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.settings.Folders;
import org.wirebench.tool.http.request.HttpUrl;

class CookieFileTest {
  @TempDir private Path home;
  private final List<IOException> troubles = new ArrayList<>();

  private Folders folders() {
    return new Folders(
        home.resolve("config"),
        home.resolve("state"),
        home.resolve("cache"),
        home.resolve("workspace"));
  }

  private Path file() {
    return home.resolve("state").resolve("cookies.yaml");
  }

  private CookieFile open(CookieJar jar) {
    return new CookieFile(jar, folders(), JobClock.system(), troubles::add);
  }

  private static CookieJar jar() {
    return new CookieJar(JobClock.system());
  }

  private static void set(CookieJar jar, String... cookies) throws Exception {
    var _ = jar.received(HttpUrl.parse("https://example.com/a"), List.of(cookies));
  }

  @Test
  void whatOutlivesTheProgramIsThereAtTheNextStart() throws Exception {
    CookieJar before = jar();
    try (CookieFile file = open(before)) {
      assertThat(file.load()).isEmpty();
      set(before, "kept=1; Max-Age=3600; Secure", "ofSession=2");
    }
    CookieJar after = jar();
    try (CookieFile file = open(after)) {
      assertThat(file.load()).isEmpty();
      assertThat(after.list()).singleElement().isEqualTo(before.list().getFirst());
    }
    assertThat(troubles).isEmpty();
  }

  @Test
  void nobodyElseMayReadItAndNothingIsLeftOfWhatWasDeleted() throws Exception {
    CookieJar jar = jar();
    for (String value : List.of("s3cret", "another")) {
      try (CookieFile file = open(jar)) {
        assertThat(file.load()).isEmpty();
        set(jar, "a=" + value + "; Max-Age=3600");
      }
      assertThat(Files.readString(file())).contains(value);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
          .isEqualTo("rw-------");
    }
    try (CookieFile file = open(jar)) {
      assertThat(file.load()).isEmpty();
      jar.clear();
    }
    try (Stream<Path> left = Files.list(home.resolve("state"))) {
      assertThat(left).containsExactly(file());
    }
    assertThat(Files.readString(file())).doesNotContain("s3cret", "another");
  }

  @Test
  void aDamagedFileIsSetAsideAndWhatIsWellInItIsUsed() throws Exception {
    Files.createDirectories(home.resolve("state"));
    Files.writeString(
        file(),
        """
        wirebench: 1
        name: cookies
        tool: http
        request:
          cookies:
            - {name: a, value: b, domain: example.com, expires: '2999-01-01T00:00:00Z'}
            - {name: c, value: d, domain: example.com, expires: tomorrow}
        """);
    CookieJar jar = jar();
    try (CookieFile file = open(jar)) {
      Optional<String> trouble = file.load();
      assertThat(trouble).hasValueSatisfying(why -> assertThat(why).contains("expires"));
      assertThat(jar.list()).extracting(Cookie::name).containsExactly("a");
      set(jar, "e=f; Max-Age=60");
    }
    assertThat(Files.readString(file())).contains("name: a", "name: e");
    try (Stream<Path> left = Files.list(home.resolve("state"))) {
      assertThat(left).hasSize(2);
    }
  }

  @Test
  void whatIsNoYamlIsSetAsideToo() throws Exception {
    Files.createDirectories(home.resolve("state"));
    Files.writeString(file(), "{{{");
    try (CookieFile file = open(jar())) {
      assertThat(file.load()).isPresent();
    }
    try (Stream<Path> left = Files.list(home.resolve("state"))) {
      assertThat(left).hasSize(2);
    }
  }
}
