package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.tool.http.request.HeaderLine;

/** How mock routes are typed. */
class MockRoutesTest {
  private static Bound<List<MockRoute>> typed(String routes) throws Exception {
    String file = "wirebench: 1\nname: n\ntool: http\nrequest:\n  routes:\n" + routes.indent(4);
    Tree.Fields request =
        EntryFiles.parse(Path.of("mocks.yaml"), file.getBytes(UTF_8)).getFirst().request();
    return MockRoutes.bind(request, "request");
  }

  private static List<MockRoute> bound(String routes) throws Exception {
    Bound<List<MockRoute>> bound = typed(routes);
    assertThat(bound.found()).isEmpty();
    return ((Bound.Ok<List<MockRoute>>) bound).value();
  }

  @Test
  void everyFieldIsRead() throws Exception {
    assertThat(
            bound(
                """
                - method: POST
                  path: /users/{id}/*
                  status: 202
                  headers: ["X-A: 1", {name: X-B, value: "2", off: true}]
                  body: "{\\"id\\": \\"${path.id}\\"}"
                  delay: 20ms
                  fault: truncate
                  off: true
                """))
        .containsExactly(
            new MockRoute(
                "POST",
                "/users/{id}/*",
                202,
                List.of(new HeaderLine("X-A", "1"), new HeaderLine("X-B", "2", true)),
                "{\"id\": \"${path.id}\"}",
                Duration.ofMillis(20),
                Fault.TRUNCATE,
                true));
  }

  @Test
  void aPathIsEnough() throws Exception {
    assertThat(bound("- path: /x")).containsExactly(MockRoute.of("/x", ""));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    List<MockRoute> routes =
        List.of(
            MockRoute.of("/a", "text"),
            new MockRoute(
                "*",
                "/b/*",
                503,
                List.of(new HeaderLine("Retry-After", "1")),
                "",
                Duration.ofSeconds(3),
                Fault.RESET));
    Bound<List<MockRoute>> again = MockRoutes.bind(MockRoutes.write(routes), "");
    assertThat(((Bound.Ok<List<MockRoute>>) again).value()).isEqualTo(routes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{status: 200}|request.routes[0].path",
        "{path: x}|request.routes[0].path",
        "{path: '/{a}/{a}'}|request.routes[0].path",
        "{path: /x, method: 'A B'}|request.routes[0].method",
        "{path: /x, status: 100}|request.routes[0].status",
        "{path: /x, body: '${nothing}'}|request.routes[0].body",
        "{path: /x, body: '${path.id'}|request.routes[0].body",
        "{path: /x, body: '${path.id}'}|request.routes[0].body",
        "{path: /x, fault: burn}|request.routes[0].fault",
        "{path: /x, delay: long}|request.routes[0].delay",
        "{path: /x, headers: ['no colon']}|request.routes[0].headers[0]",
        "{path: /x, boddy: a}|request.routes[0].boddy"
      })
  void whatIsWrongIsNamedAtItsPlace(String route, String place) throws Exception {
    assertThat(typed("- " + route).found()).extracting(Problem::path).containsExactly(place);
    assertThat(typed("- " + route).found())
        .allSatisfy(problem -> assertThat(problem.mark().line()).isEqualTo(6));
  }

  @Test
  void aRouteThatCannotBeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> MockRoute.of("/x", "${path.y}"));
    assertThatIllegalArgumentException().isThrownBy(() -> MockRoute.of("x", ""));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new MockRoute("GET", "/x", 600, List.of(), "", Duration.ZERO, Fault.NONE));
  }
}
