package org.wirebench.fx.transcript;

import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FieldMarks;
import org.wirebench.fx.SteadyChoice;

/** Which rows are shown: which way they went, what is in them, and how many those are. */
final class FilterBox extends HBox {
  private static final double WIDTH = 220;

  private static final Messages TEXT = Messages.of(FilterBox.class);
  private static final double LEAST = 60;

  FilterBox(FilterModel filter, ObservableStringValue rows) {
    getStyleClass().add("transcript-filter");
    setAlignment(Pos.CENTER_LEFT);
    setSpacing(8);
    ChoiceBox<Way> way = new SteadyChoice<>(FXCollections.observableArrayList(Way.values()));
    way.setId("transcript-way");
    way.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Way value) {
            return value == null ? "" : TEXT.get(value);
          }

          @Override
          public @Nullable Way fromString(String title) {
            return null;
          }
        });
    way.valueProperty().bindBidirectional(filter.wayProperty());
    way.setMinWidth(USE_PREF_SIZE);
    Describe.control(way, TEXT.get("way.help"));
    TextField text = new TextField();
    text.setId("transcript-filter");
    text.setPromptText(TEXT.get("filter.prompt"));
    Describe.control(text, TEXT.get("filter.help"));
    text.textProperty().bindBidirectional(filter.textProperty());
    text.setMinWidth(LEAST);
    text.setPrefWidth(WIDTH);
    HBox.setHgrow(text, Priority.SOMETIMES);
    text.setMaxWidth(WIDTH);
    Label count = new Label();
    count.setId("transcript-rows");
    count.getStyleClass().add("secondary");
    count.textProperty().bind(rows);
    count.setMinWidth(USE_PREF_SIZE);
    FieldMarks.mark(text, filter.problemProperty());
    getChildren().addAll(way, text, count);
  }
}
