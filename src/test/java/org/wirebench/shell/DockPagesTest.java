package org.wirebench.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.wire.Carrier;
import org.wirebench.core.wire.WireTap;
import org.wirebench.fx.LogView;
import org.wirebench.testkit.Fx;

/** What the pages of the dock do while they are shown, and do not do while they are not. */
class DockPagesTest {
  private final Path folder;
  private final TestDesk desk;
  private final Shell shell;

  DockPagesTest(@TempDir Path folder) throws IOException, TimeoutException {
    Fx.start();
    this.folder = folder;
    desk = new TestDesk(folder);
    shell = desk.open(() -> {});
  }

  @BeforeEach
  void show() {
    Fx.until(() -> shell.stage().isShowing());
  }

  @AfterEach
  void close() {
    Fx.run(shell::close);
    desk.close();
  }

  private WireTap tap(String label) {
    return desk.parts().wire().open("echo", label, Carrier.TCP, null, null, true);
  }

  private static void send(WireTap tap, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    tap.sent(bytes, 0, bytes.length);
  }

  private WirePane openWire() {
    Fx.run(() -> shell.showDock(Dock.Page.WIRE));
    Fx.until(() -> shell.view().lookup(".wire-pane") != null);
    return (WirePane) shell.view().lookup(".wire-pane");
  }

  private String count(WirePane pane) {
    return Fx.call(
        () ->
            pane.lookupAll(".label").stream()
                .map(node -> node instanceof Label label ? label.getText() : "")
                .filter(text -> text.contains("event"))
                .findFirst()
                .orElse(""));
  }

  private List<String> connections(WirePane pane) {
    return Fx.call(
        () ->
            pane.lookupAll(".choice-box").stream()
                .filter(node -> "Connection".equals(node.getAccessibleText()))
                .map(node -> (ChoiceBox<?>) node)
                .flatMap(DockPagesTest::titles)
                .toList());
  }

  private static <T> Stream<String> titles(ChoiceBox<T> box) {
    return box.getItems().stream().map(box.getConverter()::toString);
  }

  @Test
  void theSizesOfTheTrafficStandBelowEachOther() {
    try (WireTap tap = tap("a.example.org:80");
        WireTap other = tap("b:7")) {
      send(tap, "x");
      send(other, "y".repeat(250_000));
      LogView view = openWire().view();
      Fx.until(() -> view.source().end() - view.source().first() >= 4);

      List<String> rows =
          Fx.call(
              () -> {
                long first = view.source().first();
                return List.of(
                    view.source().row(first + 2).text(), view.source().row(first + 3).text());
              });
      assertThat(rows.get(0)).startsWith("echo         1 B  a.example.org:80  x");
      assertThat(rows.get(1)).startsWith("echo      250 kB  b:7  yyy");
    }
  }

  @Test
  void trafficIsNotLookedAtWhileTheDockIsClosed() {
    WirePane pane = openWire();
    try (WireTap tap = tap("a")) {
      send(tap, "x");
      Fx.until(() -> count(pane).equals("2 events"));
      Fx.run(shell::toggleDock);

      send(tap, "y");
      frames();
      assertThat(count(pane)).isEqualTo("2 events");

      Fx.run(shell::toggleDock);
      Fx.until(() -> count(pane).equals("3 events"));
    }
  }

  @Test
  void jobsAreNotLookedAtWhileTheirPageIsNotShown() {
    Fx.run(() -> shell.showDock(Dock.Page.JOBS));
    Fx.until(() -> shell.view().lookup(".jobs-pane .empty-words") != null);
    JobsPane pane = (JobsPane) shell.view().lookup(".jobs-pane");
    Fx.run(() -> shell.showDock(Dock.Page.LAB));
    Job<Boolean> job = desk.parts().jobs().jobs().start(JobSpec.named("work", "echo"), _ -> true);
    Fx.until(job::isDone);
    frames();

    assertThat(Fx.call(() -> pane.lookup(".job-row"))).isNull();

    Fx.run(() -> shell.showDock(Dock.Page.JOBS));
    Fx.until(() -> pane.lookup(".job-row") != null);
  }

  /** Some frames pass. */
  private static void frames() {
    var waited = Fx.call(() -> FrameWait.until(() -> true, 5_000_000_000L));
    Fx.until(waited::isDone);
  }

  @Test
  void everyConnectionIsOfferedHoweverMuchCameBefore() {
    try (WireTap early = tap("early");
        WireTap late = tap("late")) {
      send(early, "x");
      for (int i = 0; i < 3000; i++) {
        send(late, "y");
      }

      WirePane pane = openWire();

      Fx.until(
          () ->
              connections(pane).stream().anyMatch(name -> name.endsWith("early"))
                  && connections(pane).stream().anyMatch(name -> name.endsWith("late")));
    }
  }

  @Test
  void ofVeryManyConnectionsTheNewestAreOffered() {
    WirePane pane = openWire();
    for (int i = 0; i < 300; i++) {
      try (WireTap tap = tap("n" + i)) {
        send(tap, "x");
      }
    }

    Fx.until(() -> connections(pane).stream().anyMatch(name -> name.endsWith(" n299")));
    assertThat(connections(pane)).hasSize(201);
  }

  @Test
  void anExportThatIsCancelledLeavesTheFileAsItWas() throws IOException {
    Path file = Files.writeString(folder.resolve("wire.txt"), "kept");
    try (WireTap tap = tap("a")) {
      for (int i = 0; i < 200_000; i++) {
        send(tap, "a line that takes a while to be written");
      }
    }
    WirePane pane = openWire();
    WireExport export = (WireExport) Fx.call(() -> pane.lookup("#wire-export"));

    Fx.run(
        () -> {
          export.export(WireExport.Form.TEXT, file);
          desk.parts().jobs().jobs().close();
        });

    Fx.until(() -> desk.parts().jobs().jobs().running().isEmpty());
    assertThat(file).hasContent("kept");
  }
}
