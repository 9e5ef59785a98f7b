package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.wirebench.core.job.Failure;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.Phase;
import org.wirebench.core.net.Phases;
import org.wirebench.core.workspace.Mark;
import org.wirebench.core.workspace.Problem;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.StyleWarnings;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestWindow;

class ControlsTest {
  private static final List<Phases.Timed> STEPS =
      List.of(
          new Phases.Timed(Phase.CONNECT, Duration.ZERO, Duration.ofMillis(12)),
          new Phases.Timed(Phase.TLS, Duration.ofNanos(12_500_000), Duration.ofMillis(36)));

  @RegisterExtension private final TestJobs jobs = new TestJobs();
  private final FxJobs fx = new FxJobs(jobs.jobs(), jobs.faults()::add);
  @RegisterExtension private final TestWindow window = new TestWindow();
  @RegisterExtension private final StyleWarnings warnings = new StyleWarnings();
  private final FxRobot robot = Fx.robot();

  private void show(Parent root) {
    window.show(root, 640, 240);
  }

  private record Refused() implements Failure {
    @Override
    public String title() {
      return "Connection refused";
    }

    @Override
    public String cause() {
      return "Nobody listens there.";
    }

    @Override
    public String remedy() {
      return "Start the server.";
    }

    @Override
    public String detail() {
      return "ECONNREFUSED";
    }
  }

  @Test
  void enterPressesThePrimaryButtonOnlyWhileNothingIsInTheWay() {
    AtomicInteger pressed = new AtomicInteger();
    TextField field = Fx.call(TextField::new);
    AddressRow row = Fx.call(() -> new AddressRow(fx, field));
    Fx.run(
        () -> {
          row.primaryTextProperty().set("Connect");
          row.setOnPrimary(pressed::incrementAndGet);
          row.blockedProperty().set("Type an address");
        });
    show(row);
    robot.clickOn(field);

    robot.push(KeyCode.ENTER);
    assertThat(pressed.get()).isZero();
    Button button = robot.lookup(".primary-button").queryButton();
    assertThat(button.isDisabled()).isTrue();
    assertThat(button.getAccessibleHelp()).isEqualTo("Type an address");
    Fx.run(() -> row.blockedProperty().set(""));
    robot.push(KeyCode.ENTER);

    assertThat(pressed.get()).isEqualTo(1);
  }

  @Test
  void theButtonIsCancelWhileSomethingRunsAndSaysWhatIsBeingDone() {
    AtomicInteger cancelled = new AtomicInteger();
    AddressRow row = Fx.call(() -> new AddressRow(fx, new TextField()));
    Fx.run(
        () -> {
          row.primaryTextProperty().set("Connect");
          row.setOnCancel(cancelled::incrementAndGet);
          row.setStep(() -> "TLS handshake");
        });
    show(row);

    Fx.run(() -> row.busyProperty().set(true));
    Button button = robot.lookup(".primary-button").queryButton();
    assertThat(button.getText()).isEqualTo("Cancel");
    Fx.until(
        () ->
            row.lookupAll(".label").stream()
                .anyMatch(
                    node ->
                        node instanceof Labeled label
                            && label.isVisible()
                            && label.getText().startsWith("TLS handshake, ")));
    robot.clickOn(button);
    assertThat(cancelled.get()).isEqualTo(1);
    Fx.run(() -> row.busyProperty().set(false));

    assertThat(button.getText()).isEqualTo("Connect");
  }

  @Test
  void aFailureShowsWhatToDoNextAndItsDetailOnDemand() {
    AtomicInteger again = new AtomicInteger();
    FailureBanner banner = Fx.call(FailureBanner::new);
    show(banner);
    assertThat(banner.isVisible()).isFalse();

    Fx.run(
        () ->
            banner.show(
                new Refused(), Action.of("Try again", Feather.ROTATE_CW, again::incrementAndGet)));
    robot.clickOn("Try again");
    assertThat(again.get()).isEqualTo(1);
    assertThat(robot.lookup(".text-area").tryQuery()).isEmpty();
    robot.clickOn(robot.lookup(".hyperlink").queryAs(Hyperlink.class));
    assertThat(robot.lookup(".text-area").queryTextInputControl().getText())
        .isEqualTo("ECONNREFUSED");
    Fx.run(banner::hide);

    assertThat(banner.isManaged()).isFalse();
  }

  @Test
  void problemsAreShownAtTheFieldThatTheyAreAbout() {
    FormField<TextField> port =
        Fx.call(() -> new FormField<>("Port", "From 1 to 65535.", new TextField()));
    SimpleStringProperty rest = new SimpleStringProperty("");
    show(port);
    Problems problems = new Problems(rest);
    problems.field("request.port", port.problemProperty());

    Fx.run(
        () ->
            problems.show(
                List.of(
                    new Problem("request.port", "must be a port", Mark.NONE),
                    new Problem("request.tls.version", "unknown", Mark.NONE))));
    assertThat(robot.lookup(".field-problem").queryLabeled().getText()).isEqualTo("Must be a port");
    assertThat(port.control().getAccessibleText()).contains("must be a port");
    assertThat(rest.get()).isEqualTo("unknown");
    Fx.run(() -> problems.show(List.of()));

    assertThat(robot.lookup(".field-problem").query().isVisible()).isFalse();
    assertThat(rest.get()).isEmpty();
  }

  @Test
  void theControlsOfARowAreEquallyHigh() {
    TextField mono = Fx.call(TextField::new);
    mono.getStyleClass().add("mono");

    WrapRow row =
        row(
            "address-row",
            mono,
            new TextField(),
            new ChoiceBox<>(FXCollections.observableArrayList("TCP")),
            new Segments<>(List.of("Client", "Server"), each -> each, each -> each),
            new MenuButton("More"),
            new Button("Connect"));

    assertThat(row.getChildren()).extracting(ControlsTest::height).containsOnly(30.0);
  }

  @Test
  void theFieldsOfABarAreEquallyHigh() {
    WrapRow row =
        row("pane-bar", new TextField(), new ChoiceBox<>(FXCollections.observableArrayList("All")));

    assertThat(row.getChildren()).extracting(ControlsTest::height).containsOnly(26.0);
  }

  private WrapRow row(String style, Node... controls) {
    WrapRow row = Fx.call(() -> new WrapRow(controls));
    row.getStyleClass().add(style);
    window.show(Fx.call(() -> new VBox(row)), 900, 240);
    Fx.until(() -> row.getHeight() > 0);
    return row;
  }

  private static double height(Node node) {
    return node.getLayoutBounds().getHeight();
  }

  @Test
  void theSpinnerIsAsHighAsItsTextAndThePhaseIsReadInFull() {
    AddressRow row = Fx.call(() -> new AddressRow(fx, new TextField()));
    Fx.run(() -> row.setStep(() -> "TLS handshake"));
    show(row);
    double quiet = row.getHeight();

    Fx.run(() -> row.busyProperty().set(true));

    Fx.until(() -> robot.lookup(".address-phase").query().isVisible());
    Fx.run(row::layout);
    Labeled text = robot.lookup(".address-phase > .label").queryLabeled();
    Fx.until(() -> text.getWidth() > 0 && text.getWidth() >= text.prefWidth(-1));
    assertThat(robot.lookup(".address-phase > .small-spinner").query().getLayoutBounds())
        .extracting(Bounds::getWidth, Bounds::getHeight)
        .allSatisfy(size -> assertThat((double) size).isBetween(12.0, 20.0));
    assertThat(row.getHeight()).isEqualTo(quiet);
    Fx.run(() -> row.busyProperty().set(false));
  }

  /** Whatever stands at the root has the colours, and is what the window is known by. */
  @Test
  void markingAFieldLeavesTheRootOfTheWindowInItsPlace() {
    FormField<TextField> port =
        Fx.call(() -> new FormField<>("Port", "From 1 to 65535.", new TextField()));
    VBox root = Fx.call(() -> new VBox(port));
    show(root);

    Fx.run(() -> port.problemProperty().set("must be a port"));
    Fx.run(port::applyCss);

    assertThat(port.getScene().getRoot()).isSameAs(root);
    assertThat(port.control().getPseudoClassStates())
        .contains(PseudoClass.getPseudoClass("danger"));
  }

  @Test
  void whatWasSentComesBackWithUpAndDown() {
    HistoryField field = Fx.call(HistoryField::new);
    show(new javafx.scene.layout.StackPane(field));
    robot.clickOn(field);
    Fx.run(
        () -> {
          field.remember("one");
          field.remember("two");
          field.remember("two");
          field.setText("half typed");
        });
    List<String> seen = new CopyOnWriteArrayList<>();

    for (KeyCode key :
        List.of(KeyCode.UP, KeyCode.UP, KeyCode.UP, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN)) {
      robot.push(key);
      seen.add(field.getText());
    }

    assertThat(seen).containsExactly("two", "one", "one", "two", "half typed", "half typed");
  }

  @Test
  void aWaterfallTellsItsStepsToThoseWhoDoNotSeeIt() {
    Waterfall waterfall = Fx.call(Waterfall::new);
    show(waterfall);

    assertThat(waterfall.isVisible()).isFalse();
    Fx.run(() -> waterfall.show(STEPS));

    assertThat(waterfall.isVisible()).isTrue();
    assertThat(waterfall.getAccessibleText()).isEqualTo("Connecting 12 ms, TLS handshake 36 ms");
    assertThat(waterfall.lookupAll(".waterfall-step"))
        .extracting(Node::getAccessibleText)
        .containsExactlyInAnyOrder(
            "Connecting: 12.0 ms, begun after 0.0 ms",
            "TLS handshake: 36.0 ms, begun after 12.5 ms");
  }

  /** It is shown anew with each news of a connection, and somebody may look at a tooltip. */
  @Test
  void whatAWaterfallShowsStaysWhileItIsTheSame() {
    Waterfall waterfall = Fx.call(Waterfall::new);
    show(waterfall);
    Fx.run(() -> waterfall.show(STEPS));
    List<Node> before = List.copyOf(waterfall.getChildren());
    Fx.run(() -> waterfall.show(List.copyOf(STEPS)));
    assertThat(waterfall.getChildren()).containsExactlyElementsOf(before);
    Fx.run(() -> waterfall.show(List.of()));
    assertThat(waterfall.isVisible()).isFalse();
  }

  @Test
  void theBarsOfAWaterfallAreAsLongAsTheirSteps() {
    Waterfall waterfall = Fx.call(Waterfall::new);
    show(waterfall);
    Fx.run(() -> waterfall.show(STEPS));
    robot.interact(waterfall::layout);

    Node connect = waterfall.lookup(".waterfall-bar.connect");
    Node tls = waterfall.lookup(".waterfall-bar.tls");
    assertThat(connect.getLayoutBounds().getWidth() * 3)
        .isEqualTo(tls.getLayoutBounds().getWidth());
  }

  @Test
  void aFailureTellsWhatTookHowLongBeforeIt() {
    FailureBanner banner = Fx.call(FailureBanner::new);
    show(banner);
    NetFailure failure = new NetFailure(NetFailure.Kind.TLS_OTHER, "No TLS", "", "", "");
    Fx.run(() -> banner.show(failure.after(STEPS)));

    assertThat(robot.lookup(".waterfall").query().getAccessibleText())
        .isEqualTo("Connecting 12 ms, TLS handshake 36 ms");
    Fx.run(() -> banner.show(failure));
    assertThat(robot.lookup(".waterfall").query().isVisible()).isFalse();
  }

  /** A macro may be called so, and the title of a button is the name of its macro. */
  @Test
  void aNameWithUnderscoresIsShownAsItIs() {
    show(
        Fx.call(
            () -> new VBox(Describe.button(Action.of("read_all_bytes", Feather.ZAP, () -> {})))));

    assertThat(robot.lookup(".button > .text").queryText().getText()).isEqualTo("read_all_bytes");
  }
}
