package org.wirebench.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.bytes.HexMask;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.Direction;
import org.wirebench.core.wire.WireConnection;
import org.wirebench.core.wire.WireEvent;
import org.wirebench.core.wire.WireFilter;
import org.wirebench.core.wire.WireKind;
import org.wirebench.fx.Describe;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.FieldMarks;
import org.wirebench.fx.WrapRow;

/**
 * Which events of the wire log are shown: of which tool and connection, which way, what in them.
 */
final class WireFilterBar extends WrapRow {
  private static final Messages TEXT = Messages.of(WireFilterBar.class);
  private static final int MOST_CONNECTIONS = 200;

  private final ChoiceBox<Choice> tool = new ChoiceBox<>();
  private final ChoiceBox<Choice> connection = new ChoiceBox<>();
  private final ChoiceBox<Choice> direction = new ChoiceBox<>();
  private final TextField text = new TextField();
  private final TextField bytes = new TextField();
  private final Map<Long, Choice> connections = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<WireFilter> filter =
      new ReadOnlyObjectWrapper<>(this, "filter", WireFilter.ALL);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  /** One choice of a filter, and what it does to it. */
  private record Choice(String title, UnaryOperator<WireFilter> narrow) {}

  WireFilterBar(List<DesktopTool> tools) {
    getStyleClass().addAll("pane-bar", "wire-filter");
    fill(tool, TEXT.get("wire.tool"), toolChoices(tools));
    fill(connection, TEXT.get("wire.connection"), List.of(all("wire.connection.all")));
    fill(direction, TEXT.get("wire.direction"), directionChoices());
    connection.getStyleClass().add("wide");
    type(text, TEXT.get("wire.text"), TEXT.get("wire.text.help"));
    text.setId("wire-text");
    type(bytes, TEXT.get("wire.hex"), TEXT.get("wire.hex.help"));
    bytes.setId("wire-hex");
    bytes.getStyleClass().add("mono");
    FieldMarks.mark(bytes, problem);
    getChildren().addAll(tool, connection, direction, text, bytes);
  }

  private void fill(ChoiceBox<Choice> box, String name, List<Choice> choices) {
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Choice choice) {
            return choice == null ? "" : choice.title();
          }

          @Override
          public @Nullable Choice fromString(String title) {
            return null;
          }
        });
    Describe.control(box, name);
    box.setItems(FXCollections.observableArrayList(choices));
    box.getSelectionModel().selectFirst();
    box.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> edited());
  }

  private void type(TextField field, String prompt, String help) {
    field.setPromptText(prompt);
    Describe.control(field, help);
    field.textProperty().addListener((_, _, _) -> edited());
    HBox.setHgrow(field, Priority.ALWAYS);
  }

  private static Choice all(String key) {
    return new Choice(TEXT.get(key), filter -> filter);
  }

  private static List<Choice> toolChoices(List<DesktopTool> tools) {
    List<Choice> choices = new ArrayList<>(List.of(all("wire.tool.all")));
    for (DesktopTool one : tools) {
      choices.add(new Choice(one.title(), filter -> filter.withTool(one.id())));
    }
    return choices;
  }

  private static List<Choice> directionChoices() {
    return List.of(
        all("wire.direction.all"),
        way(TEXT.get("wire.direction.out"), Direction.OUT),
        way(TEXT.get("wire.direction.in"), Direction.IN),
        way(TEXT.get("wire.direction.events"), Direction.EVENT, Direction.FAILURE),
        way(TEXT.get("wire.direction.failures"), Direction.FAILURE));
  }

  private static Choice way(String title, Direction... ways) {
    return new Choice(title, filter -> filter.withDirections(Set.of(ways)));
  }

  /** Wants everything. */
  void clear() {
    text.clear();
    bytes.clear();
    for (ChoiceBox<Choice> box : List.of(tool, connection, direction)) {
      box.getSelectionModel().selectFirst();
    }
  }

  /** What is said where nothing is wanted. */
  String nothing() {
    String typed = text.getText();
    return !typed.isEmpty() && filter.get().equals(WireFilter.ALL.withText(typed))
        ? TEXT.get("wire.nothing.text", Escapes.display(typed))
        : TEXT.get("wire.nothing");
  }

  /** What is wanted; what is typed and wrong narrows nothing. */
  ReadOnlyObjectProperty<WireFilter> filterProperty() {
    return filter.getReadOnlyProperty();
  }

  /** Why the bytes that are typed cannot be looked for; empty while they can. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  private void edited() {
    WireFilter now = WireFilter.ALL.withText(text.getText());
    problem.set("");
    try {
      now = now.withBytes(HexMask.parse(bytes.getText()));
    } catch (ParseProblem wrong) {
      problem.set(String.valueOf(wrong.getMessage()));
    }
    for (ChoiceBox<Choice> box : List.of(tool, connection, direction)) {
      Choice choice = box.getValue();
      if (choice != null) {
        now = choice.narrow().apply(now);
      }
    }
    filter.set(now);
  }

  /** Offers the connection of an event as a choice, among the newest: thousands help nobody. */
  void offer(WireEvent event) {
    WireConnection one = event.connection();
    boolean opened = event.kind() == WireKind.OPENED || !event.direction().isNews();
    if (opened && !connections.containsKey(one.id())) {
      String title = TEXT.get("wire.connection.one", one.id(), Escapes.display(one.label()));
      Choice choice = new Choice(title, now -> now.withConnection(one.id()));
      connections.put(one.id(), choice);
      connection.getItems().add(choice);
      if (connections.size() > MOST_CONNECTIONS) {
        forgetOldest();
      }
    }
  }

  /** But not the one that is shown. */
  private void forgetOldest() {
    connections.entrySet().stream()
        .filter(old -> !old.getValue().equals(connection.getValue()))
        .findFirst()
        .ifPresent(
            old -> {
              connections.remove(old.getKey());
              connection.getItems().remove(old.getValue());
            });
  }

  /** Offers no connection any more. */
  void forgetConnections() {
    connections.clear();
    connection.getItems().remove(1, connection.getItems().size());
    connection.getSelectionModel().selectFirst();
  }
}
