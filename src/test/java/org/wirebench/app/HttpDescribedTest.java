package org.wirebench.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.app.AppWindow.scene;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.wirebench.core.workspace.Tree;
import org.wirebench.testkit.Fx;

/** Each page of the HTTP tool: what its controls are called, and whether it can be read. */
@Timeout(120)
class HttpDescribedTest {
  private static final String REQUEST = ".setup-pane";
  private static final String ANSWER = ".http-response .tab-pane";

  private final FxRobot robot = Fx.robot();
  private final AppWindow window;
  private final Described described = new Described();

  HttpDescribedTest(@TempDir Path folder) throws Exception {
    window = new AppWindow(folder);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static Tree.Items rows() {
    Tree row = Tree.Fields.NONE.with("name", "Accept").with("value", "text/html");
    return Tree.items(List.of(row, ((Tree.Fields) row).with("off", "true")));
  }

  private Tree.Fields request(String path) {
    Tree.Fields server = window.parts().lab().status("http.https").request().orElseThrow();
    String there = server.text("url").orElseThrow();
    return server
        .with("url", there.replaceAll("/$", "") + path)
        .with("params", rows())
        .with("headers", rows());
  }

  @ParameterizedTest
  @CsvSource({"80, 990, 900", "100, 900, 600", "150, 990, 900", "200, 900, 600"})
  void everyPageSaysWhatItIsAndCanBeRead(int percent, int width, int height) {
    window.resize(width, height);
    window.setFontPercent(percent);
    window.serve("http.https");
    open(Tree.Fields.NONE);
    described.look("new");
    open(request("/anything/:id?one=1"));
    pagesOfTheRequest();
    open(request("/cookies/set?a=b&c=d"));
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.until(() -> !all(ANSWER).isEmpty() && all(".hops .toggle-button").size() == 2);
    pagesOfTheResponse();

    // An address may be longer than any column; the tooltip of the status says all of it.
    described.silent().removeIf(what -> what.contains("table-cell") && what.contains("'GET http"));
    assertThat(described.silent()).isEmpty();
  }

  private void open(Tree.Fields request) {
    window.open("http", request);
    Fx.until(() -> scene().getRoot().lookup(".address-row") != null);
  }

  private void pagesOfTheRequest() {
    for (String page : List.of("Parameters", "Options", "Load", "Code")) {
      AppWindow.choose(REQUEST, page);
      described.look(page);
    }
    AppWindow.choose(REQUEST, "Headers");
    described.look("Headers");
    robot.clickOn(".setup-pane .toggle-button");
    described.look("Headers as text");
    kinds("Body");
    kinds("Auth");
  }

  /** A page with a choice of kinds, each of which has fields of its own. */
  private void kinds(String page) {
    AppWindow.choose(REQUEST, page);
    ChoiceBox<?> kind = Fx.call(() -> (ChoiceBox<?>) content().lookup(".choice-box"));
    for (int i = 0; i < kind.getItems().size(); i++) {
      int index = i;
      Fx.run(() -> kind.getSelectionModel().select(index));
      Fx.run(
          () ->
              content().lookupAll(".list-editor > .button").stream()
                  .filter(Button.class::isInstance)
                  .forEach(add -> ((Button) add).fire()));
      described.look(page + " " + kind.getItems().get(i));
    }
  }

  private void pagesOfTheResponse() {
    for (Node view : all(".document-pane .toggle-button")) {
      Fx.run(((ToggleButton) view)::fire);
      described.look("body " + ((ToggleButton) view).getText());
    }
    for (String page : List.of("Headers", "Cookies", "TLS", "History")) {
      AppWindow.choose(ANSWER, page);
      described.look("answer " + page);
    }
  }

  private static List<Node> all(String query) {
    return List.copyOf(scene().getRoot().lookupAll(query));
  }

  private static Node content() {
    TabPane pages = (TabPane) scene().getRoot().lookup(REQUEST);
    return pages.getSelectionModel().getSelectedItem().getContent();
  }
}
