package org.wirebench.tool.http.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.code.CodeEditor;
import org.wirebench.testkit.Fx;

/** Variables in the fields of an HTTP tab. */
@Timeout(60)
class HttpVariablesTest {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  @RegisterExtension private final HttpTab tab = new HttpTab();
  private final FxRobot robot = Fx.robot();

  private List<String> marked(String page) {
    return Fx.call(
        () -> {
          if (!page.isEmpty()) {
            tab.view().request().show(page);
          }
          return tab.view().node().lookupAll("*").stream()
              .filter(node -> page.isEmpty() || isIn(chosen(), node))
              .filter(node -> node.getPseudoClassStates().contains(DANGER))
              .flatMap(node -> text(node).stream())
              .toList();
        });
  }

  private static Optional<String> text(Node node) {
    return switch (node) {
      case TextInputControl field -> Optional.of(field.getText());
      case CodeEditor editor -> Optional.of(editor.getText());
      default -> Optional.empty();
    };
  }

  private Node chosen() {
    Tab now = tab.view().request().getSelectionModel().getSelectedItem();
    return now.getContent();
  }

  private static boolean isIn(Node part, Node node) {
    return node != null && (node == part || isIn(part, node.getParent()));
  }

  private static Tree.Fields read(String yaml) throws Exception {
    String file = "wirebench: 1\nname: A test\ntool: http\nrequest: " + yaml + "\n";
    return EntryFiles.parse(Path.of("test.yaml"), file.getBytes(UTF_8)).getFirst().request();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''         | {url: 'http://h/{{x}}'}",
        "Parameters | {url: 'http://h/?a={{x}}'}",
        "Parameters | {url: 'http://h/', params: [{name: a, value: '{{x}}', off: true}]}",
        "Parameters | {url: 'http://h/:id', path: {id: '{{x}}'}}",
        "Headers    | {url: 'http://h/', headers: [{name: A, value: '{{x}}'}]}",
        "Body       | {url: 'http://h/', body: {json: '{\"a\": \"{{x}}\"}'}}",
        "Body       | {url: 'http://h/', body: {text: '{{x}}'}}",
        "Body       | {url: 'http://h/', body: {form: [{name: a, value: '{{x}}'}]}}",
        "Body       | {url: 'http://h/', body: {multipart: [{name: a, value: '{{x}}'}]}}",
        "Body       | {url: 'http://h/', body: {multipart: [{name: a, file: '{{x}}'}]}}",
        "Body       | {url: 'http://h/', body: {file: '{{x}}'}}",
        "Body       | {url: 'http://h/', body: {graphql: {query: '{{x}}'}}}",
        "Auth | {url: 'http://h/', auth: {basic: {user: '{{x}}', password: b}}}",
        "Auth | {url: 'http://h/', auth: {bearer: '{{x}}'}}",
        "Options    | {url: 'http://h/', timeout: '{{x}}'}",
        "Options    | {url: 'http://h/', proxy: '{{x}}'}",
        "Options    | {url: 'http://h/', tls: {serverName: '{{x}}'}}",
        "Load       | {url: 'http://h/', load: {requests: '{{x}}'}}"
      })
  void anUnknownVariableIsMarkedWhereItIsUntilItIsKnown(String page, String request)
      throws Exception {
    tab.show(read(request));
    assertThat(marked(page)).isNotEmpty().allMatch(text -> text.contains("{{x}}"));
    assertThat(Fx.call(() -> tab.model().blockedProperty().get())).contains("\"x\" is not known");

    Fx.run(() -> tab.variables().set(Variables.NONE.with("x", "5")));

    assertThat(Fx.call(() -> tab.model().blockedProperty().get())).doesNotContain("not known");
  }

  @Test
  void whatIsSentAndWrittenAsCodeIsWhatTheyStandFor() throws Exception {
    String address = tab.address("http.http", "");
    tab.show(
        read(
            "{url: '{{base}}/anything', method: POST, headers: [{name: X-A, value: '{{v}}'}],"
                + " body: {text: 'say {{v}}'}}"));
    Fx.run(() -> tab.variables().set(Variables.NONE.with("base", address).with("v", "hello")));
    robot.type(KeyCode.ENTER);

    assertThat(new String(tab.answer().body().read(0, 10_000), UTF_8))
        .contains("say hello")
        .contains("\"X-A\"")
        .doesNotContain("{{");
    assertThat(tab.view().title().get()).isEqualTo("POST /anything");
    assertThat(code()).contains(address + "/anything").contains("X-A: hello");

    Fx.run(() -> tab.variables().set(Variables.NONE.with("base", address).with("v", "bye")));
    assertThat(code()).contains("X-A: bye").contains("say bye");
    assertThat(tab.typed("url")).isEqualTo("{{base}}/anything");
  }

  private String code() {
    return Fx.call(
        () -> {
          tab.view().request().actions().getFirst().fire();
          return Clipboard.getSystemClipboard().getString();
        });
  }

  private @Nullable Text part(String words) {
    return Fx.call(
        () ->
            tab.view().node().lookupAll("*").stream()
                .filter(node -> node instanceof Text one && one.getText().equals(words))
                .map(Text.class::cast)
                .findFirst()
                .orElse(null));
  }

  private Text shown(String words) {
    Fx.until(() -> part(words) != null);
    return requireNonNull(part(words));
  }

  private boolean isMarked(String words) {
    Text part = part(words);
    return part != null && part.isUnderline();
  }

  /** Where it is on the screen; the nodes of an area are made anew when it is painted. */
  private Point2D middle(String words) {
    Text _ = shown(words);
    return Fx.call(
        () -> {
          Text part = requireNonNull(part(words));
          Bounds bounds = part.localToScreen(part.getLayoutBounds());
          return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
  }

  private static List<String> tips() {
    return Fx.call(
        () ->
            Window.getWindows().stream()
                .filter(one -> one instanceof Tooltip && one.isShowing())
                .map(one -> ((Tooltip) one).getText())
                .toList());
  }

  @Test
  void whatIsNotKnownLooksOtherInTheBodyThanWhatIs() throws Exception {
    tab.show(read("{url: 'http://h/', body: {json: '{\"a\": \"{{base}}\", \"b\": {{nobody}}}'}}"));
    assertThat(shown("{{base}}").getFill()).isEqualTo(shown("{{nobody}}").getFill());
    assertThat(isMarked("{{nobody}}")).isTrue();

    Fx.run(() -> tab.variables().set(Variables.NONE.with("base", "one")));
    Fx.until(() -> !isMarked("{{base}}"));
    assertThat(isMarked("{{nobody}}")).isTrue();
    assertThat(shown("{{base}}").getFill()).isNotEqualTo(shown("{{nobody}}").getFill());

    Fx.run(() -> tab.variables().set(Variables.NONE.with("base", "one").with("nobody", "2")));
    Fx.until(() -> !isMarked("{{nobody}}"));
  }

  @Test
  void whatAVariableInTheBodyStandsForIsSaidWhereTheMouseIsAndByKeys() throws Exception {
    tab.show(
        read("{url: 'http://h/', body: {json: '{\"a\": \"{{base}}\", \"long\": {{nobody}}}'}}"));
    Fx.run(() -> tab.variables().set(Variables.NONE.with("base", "one")));
    robot.moveTo(middle("{{base}}"));
    Fx.until(() -> tips().stream().anyMatch(tip -> tip.endsWith("{{base}} is one")));
    robot.moveTo(middle("{{nobody}}"));
    Fx.until(
        () ->
            tips().stream().anyMatch(tip -> tip.contains("is not known") && !tip.contains("base")));

    CodeEditor editor = robot.lookup((CodeEditor one) -> true).query();
    // The headless platform takes every click for one that opens a menu, which gives no focus here.
    Fx.run(editor::requestFocus);
    robot.push(KeyCode.SHORTCUT, KeyCode.F1);
    Fx.until(
        () ->
            tips().stream()
                .anyMatch(tip -> tip.contains("{{base}} is one") && tip.contains("nobody")));
    Fx.until(() -> String.valueOf(editor.getAccessibleHelp()).contains("{{base}} is one"));
  }

  @Test
  void aClosedTabListensToTheVariablesNoMore() {
    tab.show(Tree.Fields.NONE.with("url", "http://h/{{x}}"));
    HttpView closed = tab.view();
    tab.show(Tree.Fields.NONE);
    Fx.run(closed::close);

    Fx.run(() -> tab.variables().set(Variables.NONE.with("x", "5")));

    assertThat(Fx.call(() -> closed.model().blockedProperty().get())).contains("not known");
  }
}
