package org.wirebench.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.EmptyState;
import org.wirebench.fx.LabPart;
import org.wirebench.fx.Pulse;
import org.wirebench.fx.StatusPill;
import org.wirebench.fx.Tip;
import org.wirebench.fx.WrapRow;

/**
 * The servers inside the program: start, stop, where they listen, open in their tool. A tool may
 * have a page of its own here, which is shown in their place.
 */
final class LabPane extends BorderPane {
  private static final Messages TEXT = Messages.of(LabPane.class);

  private final Desk desk;
  private final Lab lab;
  private final Map<String, ServerRow> rows = new LinkedHashMap<>();
  private final Map<String, Button> openers = new LinkedHashMap<>();
  private final Map<String, LabPart.View> parts = new LinkedHashMap<>();
  private final Pulse pulse;
  private final Node servers;
  private final @Nullable Node bar;

  LabPane(Desk desk) {
    this.desk = desk;
    this.lab = desk.parts().lab();
    getStyleClass().add("lab-pane");
    VBox list = new VBox();
    list.getStyleClass().add("lab-list");
    for (Lab.Status status : lab.status()) {
      ServerRow row = new ServerRow(status);
      rows.put(status.server().id(), row);
      list.getChildren().add(row);
    }
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    for (DesktopTool tool : desk.parts().tools()) {
      tool.labPart().ifPresent(part -> addOpener(tool, part));
    }
    servers = rows.isEmpty() ? new EmptyState(Feather.SERVER, TEXT.get("lab.empty")) : scroll;
    bar = rows.isEmpty() ? null : bar();
    showServers();
    pulse = desk.jobs().pulse(this::refresh);
    lab.addListener(_ -> pulse.changed());
    refresh();
  }

  private void showServers() {
    setTop(bar);
    setCenter(servers);
  }

  /** Shows the page that a tool has here, and puts the focus there. */
  void show(DesktopTool tool) {
    tool.labPart().ifPresent(part -> show(tool.id(), part));
  }

  private void show(String tool, LabPart part) {
    LabPart.View view =
        parts.computeIfAbsent(tool, _ -> part.opener().open(desk.toolContext(), back(tool)));
    setTop(null);
    setCenter(view.node());
    view.focus();
  }

  /** The page of a tool that has been shown here. */
  Optional<LabPart.View> part(String tool) {
    return Optional.ofNullable(parts.get(tool));
  }

  private Node back(String tool) {
    Button back = new Button(TEXT.get("lab.back"), Describe.icon(Feather.ARROW_LEFT));
    Describe.control(back, TEXT.get("lab.back.what"));
    back.getStyleClass().addAll("small", "flat");
    back.setMinWidth(USE_PREF_SIZE);
    back.setId("lab-back");
    back.setOnAction(
        _ -> {
          showServers();
          Optional.ofNullable(openers.get(tool)).ifPresent(Node::requestFocus);
        });
    return back;
  }

  private void addOpener(DesktopTool tool, LabPart part) {
    Button button = new Button(part.title(), Describe.icon(part.icon()));
    Describe.control(button, part.what());
    button.getStyleClass().addAll("small", "flat");
    button.setMinWidth(USE_PREF_SIZE);
    button.setId("lab-part-" + tool.id());
    button.setOnAction(_ -> show(tool.id(), part));
    openers.put(tool.id(), button);
  }

  private WrapRow bar() {
    Label words = new Label(TEXT.get("lab.words"));
    words.getStyleClass().add("secondary");
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button start = new Button(TEXT.get("lab.startAll"), Describe.icon(Feather.PLAY));
    start.setOnAction(_ -> lab.startAll());
    Button stop = new Button(TEXT.get("lab.stopAll"), stopSign());
    stop.setOnAction(_ -> lab.status().forEach(status -> lab.stop(status.server().id())));
    for (Button button : List.of(start, stop)) {
      button.getStyleClass().addAll("small", "flat");
      button.setMinWidth(USE_PREF_SIZE);
    }
    WrapRow bar = new WrapRow(words);
    bar.getChildren().addAll(openers.values());
    bar.getChildren().addAll(start, stop);
    bar.getStyleClass().addAll("pane-bar", "lab-bar");
    return bar;
  }

  /** Filled, since an outline looks like a box to be ticked. */
  private static Region stopSign() {
    Region sign = new Region();
    sign.getStyleClass().add("stop-sign");
    return sign;
  }

  private void refresh() {
    for (Lab.Status status : lab.status()) {
      ServerRow row = rows.get(status.server().id());
      if (row != null) {
        row.show(status);
      }
    }
  }

  void close() {
    pulse.close();
    parts.values().forEach(LabPart.View::close);
  }

  /** One server. */
  private final class ServerRow extends WrapRow {
    private final String id;
    private final StatusPill state = new StatusPill();
    private final Label address = new Label();
    private final Button copy;
    private final Button open;
    private final Button power = new Button();
    private Lab.Status now;

    ServerRow(Lab.Status status) {
      now = status;
      id = status.server().id();
      getStyleClass().add("lab-row");
      Label name = new Label(status.server().title());
      name.getStyleClass().add("lab-name");
      name.setWrapText(true);
      desk.tool(status.server().tool())
          .ifPresent(
              tool -> {
                var icon = Describe.icon(tool.icon());
                icon.getStyleClass().add("tool-icon");
                HBox sign = new HBox(icon);
                sign.getStyleClass().addAll("tab-sign", tool.hue().styleClass());
                name.setGraphic(sign);
              });
      address.getStyleClass().add("mono");
      address.setWrapText(true);
      address.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(address, Priority.ALWAYS);
      copy = Describe.iconButton(Feather.COPY, TEXT.get("lab.copy"), this::copy);
      open = new Button(TEXT.get("lab.open"), Describe.icon(Feather.EXTERNAL_LINK));
      open.getStyleClass().addAll("small", "flat");
      open.setMinWidth(USE_PREF_SIZE);
      open.setOnAction(_ -> desk.openServer(id));
      open.setId("lab-open-" + id.replace('.', '-'));
      power.getStyleClass().addAll("small", "lab-power");
      power.setMinWidth(USE_PREF_SIZE);
      power.setOnAction(_ -> power());
      power.setId("lab-" + id.replace('.', '-'));
      getChildren().addAll(name, state, address, copy, open, power);
    }

    void show(Lab.Status status) {
      now = status;
      boolean runs = status.state() == Lab.State.RUNNING;
      boolean on = runs || status.state() == Lab.State.STARTING;
      state.show(
          switch (status.state()) {
            case STOPPED, STOPPING -> StatusPill.Kind.NEUTRAL;
            case STARTING -> StatusPill.Kind.ACTIVE;
            case RUNNING -> StatusPill.Kind.GOOD;
            case FAILED -> StatusPill.Kind.BAD;
          },
          TEXT.get(status.state()));
      state.setTooltip(
          status.failure().map(why -> new Tip(why.title() + ". " + why.cause())).orElse(null));
      address.setText(status.address().orElse(""));
      copy.setVisible(runs);
      // A server that does not run yet is started first.
      open.setVisible(!runs || status.request().isPresent());
      open.setDisable(status.state() == Lab.State.STARTING || status.state() == Lab.State.STOPPING);
      String toOpen = TEXT.get(runs ? "lab.open.what" : "lab.open.first", status.server().title());
      Describe.control(open, toOpen);
      power.setText(TEXT.get(on ? "lab.stop" : "lab.start"));
      power.setGraphic(on ? stopSign() : Describe.icon(Feather.PLAY));
      String what = TEXT.get(on ? "lab.stop.what" : "lab.start.what", status.server().title());
      Describe.control(power, what);
    }

    private void power() {
      if (now.state() == Lab.State.RUNNING || now.state() == Lab.State.STARTING) {
        lab.stop(id);
      } else {
        lab.start(id);
      }
    }

    private void copy() {
      ClipboardContent content = new ClipboardContent();
      content.putString(address.getText());
      Clipboard.getSystemClipboard().setContent(content);
      desk.notices().info(TEXT.get("lab.copied", address.getText()));
    }
  }
}
