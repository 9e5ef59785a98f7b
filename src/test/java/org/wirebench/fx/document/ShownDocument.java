package org.wirebench.fx.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.fx.Action;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Row;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.StyleWarnings;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestStores;
import org.wirebench.testkit.TestWindow;
import org.wirebench.testkit.Told;

/** The pane of a document in a window. */
final class ShownDocument implements BeforeEachCallback, AfterEachCallback {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TestJobs jobs = new TestJobs();
  private final TestStores stores = new TestStores();
  private final TestWindow window = new TestWindow();
  private final StyleWarnings warnings = new StyleWarnings();
  private final FxRobot robot = Fx.robot();
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final Told told = new Told();
  private final List<ByteStore> bodies = new ArrayList<>();
  private final DocumentPane pane =
      Fx.call(() -> new DocumentPane(new FxJobs(jobs.jobs(), faults::add), stores.stores(), told));

  @Override
  public void beforeEach(ExtensionContext context) {
    warnings.beforeEach(context);
    window.show(pane, 1000, 600);
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    Fx.run(pane::close);
    await().atMost(PATIENCE).until(() -> jobs.jobs().running().isEmpty());
    for (ByteStore body : bodies) {
      body.close();
    }
    window.afterEach(context);
    jobs.close();
    stores.close();
    warnings.afterEach(context);
    assertThat(faults).isEmpty();
  }

  DocumentPane pane() {
    return pane;
  }

  FxRobot robot() {
    return robot;
  }

  TestWindow window() {
    return window;
  }

  ByteStores stores() {
    return stores.stores();
  }

  /** What the pane had to say. */
  List<String> told() {
    return told.all();
  }

  /** A body that may grow. */
  ByteStore body(byte[] begin) {
    ByteStore body = stores.stores().create();
    bodies.add(body);
    append(body, begin);
    return body;
  }

  static void append(ByteStore body, byte[] more) {
    try {
      body.append(more, 0, more.length);
    } catch (IOException full) {
      throw new java.io.UncheckedIOException(full);
    }
  }

  static Document document(ByteStore body, String type) {
    return new Document(body, type, Optional.empty(), "body.bin");
  }

  /** Shows something that still grows. */
  ByteStore begin(String type, String begin) {
    ByteStore body = body(begin.getBytes(UTF_8));
    Fx.run(() -> pane.show(document(body, type)));
    return body;
  }

  void grow(ByteStore body, String more) {
    append(body, more.getBytes(UTF_8));
    Fx.run(pane::grown);
  }

  /** Shows something that is complete. */
  Document show(String type, byte[] content) {
    Document document = document(body(content), type);
    Fx.run(
        () -> {
          pane.show(document);
          pane.complete();
        });
    return document;
  }

  Document show(String type, String content) {
    return show(type, content.getBytes(UTF_8));
  }

  /** What a screen reader hears of the rows. */
  List<String> rows() {
    return Fx.call(
            () -> String.valueOf(pane.log().queryAccessibleAttribute(AccessibleAttribute.TEXT)))
        .lines()
        .map(line -> line.substring(Math.min(1, line.length())))
        .toList();
  }

  void untilRows(String... rows) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(rows()).containsExactly(rows));
  }

  /** Which views are offered, with the chosen one in brackets. */
  String views() {
    return Fx.call(
        () ->
            String.join(
                " ",
                pane.lookupAll(".segments > .toggle-button").stream()
                    .map(node -> (ToggleButton) node)
                    .map(one -> one.isSelected() ? "[" + one.getText() + "]" : one.getText())
                    .toList()));
  }

  void untilViews(String views) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(views()).isEqualTo(views));
  }

  void untilLabel(String id, String text) {
    window.untilLabel(id, text);
  }

  void untilText(String text) {
    await()
        .atMost(PATIENCE)
        .until(() -> robot.lookup(node -> isShown(node, text)).tryQuery().isPresent());
  }

  private static boolean isShown(Node node, String text) {
    return node instanceof Labeled label
        && label.getText() != null
        && Pattern.compile(text).matcher(label.getText()).find()
        && isInSight(node);
  }

  private static boolean isInSight(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  void click(String id) {
    window.click(id);
  }

  void type(String id, String text) {
    window.type(id, text);
  }

  /** Has something done that the palette offers. */
  void act(String title) {
    Action action =
        pane.actions().stream().filter(one -> one.title().equals(title)).findFirst().orElseThrow();
    Fx.run(action::fire);
  }

  void focusRows() {
    Fx.run(() -> pane.log().requestFocus());
  }

  long row() {
    return Fx.call(() -> pane.log().currentRowProperty().get());
  }

  Row rowAt(long index) {
    return Fx.call(() -> pane.log().source().row(index));
  }

  String clipboard() {
    return Fx.call(() -> Clipboard.getSystemClipboard().getString());
  }

  void untilTold(String pattern) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(told.all())
                    .anyMatch(text -> Pattern.compile(pattern).matcher(text).find()));
  }
}
