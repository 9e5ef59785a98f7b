package org.wirebench.tool.http.view;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.FxJobs;
import org.wirebench.testkit.TestJobs;
import org.wirebench.tool.http.lab.Fault;
import org.wirebench.tool.http.lab.MockBook;
import org.wirebench.tool.http.lab.MockDrafts;
import org.wirebench.tool.http.lab.MockRoute;

/** The mock routes while they are edited, without a screen. */
class MockViewModelTest {
  @RegisterExtension private final TestJobs jobs = new TestJobs();
  private final MockDrafts drafts = new MockDrafts(new MockBook());

  private MockViewModel open(Tree... routes) {
    drafts.load(Tree.items(List.of(routes)));
    return new MockViewModel(new FxJobs(jobs.jobs(), _ -> {}), drafts);
  }

  private static Tree.Fields route(String path) {
    return Tree.Fields.NONE.with("path", path);
  }

  private static MockLine chosen(MockViewModel model) {
    return requireNonNull(model.chosenProperty().get());
  }

  private List<String> answering() {
    return drafts.book().routes().stream()
        .filter(route -> !route.off())
        .map(MockRoute::path)
        .toList();
  }

  private static List<String> typed(MockViewModel model) {
    return model.lines().stream().map(MockLine::path).toList();
  }

  @Test
  void whatIsTypedAnswersAtOnce() {
    try (MockViewModel model = open(route("/a"))) {
      chosen(model).type(route("/b").with("status", "404").with("method", "POST"));
      assertThat(drafts.book().routes())
          .singleElement()
          .satisfies(
              route -> {
                assertThat(route.path()).isEqualTo("/b");
                assertThat(route.status()).isEqualTo(404);
                assertThat(route.method()).isEqualTo("POST");
              });
      assertThat(drafts.typed().items())
          .containsExactly(route("/b").with("status", "404").with("method", "POST"));
    }
  }

  @Test
  void whatIsWrongLeavesWhatAnsweredBeforeAndTheOthersGoOn() {
    try (MockViewModel model = open(route("/a"), route("/b"))) {
      MockLine first = chosen(model);
      first.type(route("no slash"));
      assertThat(first.problems()).extracting(Problem::path).containsExactly("request.path");
      assertThat(answering()).containsExactly("/a", "/b");
      assertThat(drafts.typed().items()).containsExactly(route("no slash"), route("/b"));

      model.lines().getLast().type(route("/c"));
      assertThat(answering()).containsExactly("/a", "/c");

      first.switchOff(true);
      assertThat(answering()).containsExactly("/c");
      first.switchOff(false);
      first.type(route("/slash"));
      assertThat(first.isWrong()).isFalse();
      assertThat(answering()).containsExactly("/slash", "/c");
    }
  }

  @Test
  void whatWasWrongAtTheLastEndIsShownAndAnswersNothing() {
    try (MockViewModel model = open(route("wrong"), route("/b"))) {
      assertThat(typed(model)).containsExactly("wrong", "/b");
      assertThat(model.lines().getFirst().isWrong()).isTrue();
      assertThat(answering()).containsExactly("/b");
    }
  }

  @Test
  void routesAreAddedMovedTwicedAndTakenOut() {
    try (MockViewModel model = open()) {
      assertThat(model.chosenProperty().get()).isNull();
      model.remove();
      model.duplicate();
      model.move(1);
      model.add();
      model.add();
      model.addExample();
      model.addExample();
      assertThat(typed(model))
          .containsExactly("/my-route", "/my-route-2", "/hello/{name}", "/hello-2/{name}");
      assertThat(answering()).isEqualTo(typed(model));

      model.move(-1);
      model.move(-1);
      assertThat(typed(model))
          .containsExactly("/my-route", "/hello-2/{name}", "/my-route-2", "/hello/{name}");
      assertThat(model.canMove(-1)).isTrue();
      assertThat(model.canMove(-2)).isFalse();
      model.duplicate();
      assertThat(typed(model)).hasSize(5).containsSequence("/hello-2/{name}", "/hello-2/{name}");
      assertThat(answering()).isEqualTo(typed(model));
    }
  }

  /** GET answers HEAD too (RFC 9110 section 9.3.2); nothing else answers another method. */
  @Test
  void aRouteForHeadBelowOneForGetHasNoTurn() {
    try (MockViewModel model =
        open(
            route("/a"),
            route("/a").with("method", "HEAD"),
            route("/b").with("method", "HEAD"),
            route("/b"))) {
      assertThat(remarks(model).get(1)).contains("GET /a");
      assertThat(remarks(model).getFirst()).isEmpty();
      assertThat(remarks(model).subList(2, 4)).containsOnly("");
    }
  }

  private static List<String> remarks(MockViewModel model) {
    return model.lines().stream().map(line -> line.remarkProperty().get()).toList();
  }

  @Test
  void aRouteThatNeverHasItsTurnIsPointedOutUntilItMayHaveOne() {
    try (MockViewModel model =
        open(route("/a/*"), route("/a/b").with("method", "POST"), route("/a/{x}"))) {
      assertThat(remarks(model).subList(0, 2)).containsOnly("");
      assertThat(remarks(model).getLast()).contains("GET /a/*");

      model.lines().getFirst().switchOff(true);
      assertThat(remarks(model)).containsOnly("");
      model.lines().getFirst().switchOff(false);
      assertThat(remarks(model).getLast()).isNotEmpty();

      model.chosenProperty().set(model.lines().getLast());
      model.move(-1);
      model.move(-1);
      assertThat(remarks(model)).containsOnly("");
      model.lines().getFirst().type(route("/a/*").with("method", "*"));
      assertThat(remarks(model).getFirst()).isEmpty();
      assertThat(remarks(model).subList(1, 3)).allMatch(remark -> remark.contains("* /a/*"));
    }
  }

  @Test
  void whatWasTakenOutCanBePutBack() {
    try (MockViewModel model = open(route("/a"), route("/b"), route("/c"))) {
      model.chosenProperty().set(model.lines().get(1));
      model.remove();
      assertThat(answering()).containsExactly("/a", "/c");
      assertThat(chosen(model).path()).isEqualTo("/c");
      assertThat(model.newsProperty().get()).contains("/b");
      model.putBack();
      assertThat(answering()).containsExactly("/a", "/b", "/c");
      assertThat(chosen(model).path()).isEqualTo("/b");
      assertThat(model.newsProperty().get()).isEmpty();
      model.putBack();
      assertThat(model.lines()).hasSize(3);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /users/{id}/*, '', /users/:id/any",
    "'*', /*, '', /any",
    "POST, /a/*/{b-c}, POST, /a/any/:b-c",
    "DELETE, /:id/x:y, DELETE, /%3Aid/x:y"
  })
  void aRouteIsTriedByARequestThatItAnswers(String method, String path, String asked, String url) {
    MockRoute route = new MockRoute(method, path, 200, List.of(), "", Duration.ZERO, Fault.NONE);
    Tree.Fields request = MockCall.request(route);
    assertThat(request.text("method").orElse("")).isEqualTo(asked);
    assertThat(request.text("url")).contains(url);
  }
}
