package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;
import org.wirebench.core.settings.Settings;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestWindow;

/** The heads and rows of tables have room for their text, however large it is. */
class LargeTableTest {
  private static final String HEADS = ".column-header > .label";
  private static final String CELLS = ".table-row-cell > .table-cell";

  @RegisterExtension private final TestWindow window = new TestWindow();
  private final TableView<String> table = Fx.call(TableView::new);

  @BeforeEach
  void show() {
    Fx.run(
        () -> {
          table.getStyleClass().add("dense");
          table.getColumns().add(column("Typography"));
          table.getColumns().add(column("Gauge"));
          table.getItems().addAll("glyph", "jump");
        });
    window.show(table, 900, 400);
  }

  private static TableColumn<String, String> column(String title) {
    TableColumn<String, String> column = new TableColumn<>(title);
    column.setPrefWidth(400);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue()));
    return column;
  }

  /** The texts in what a selector finds. */
  private List<Text> texts(String selector) {
    return table.lookupAll(selector).stream()
        .map(node -> (Text) node.lookup(".text"))
        .filter(text -> !text.getText().isEmpty())
        .toList();
  }

  private boolean areSized(String selector, int percent) {
    return texts(selector).stream()
        .allMatch(text -> Math.abs(text.getFont().getSize() - 13 * percent / 100.0) < 0.01);
  }

  /** Whether what a text stands in is higher than the text by half: room below and above it. */
  private static boolean hasRoom(Text text, String around) {
    Node place = text;
    while (!place.getStyleClass().contains(around)) {
      place = place.getParent();
    }
    return place.getLayoutBounds().getHeight() >= 1.5 * text.getLayoutBounds().getHeight();
  }

  @ParameterizedTest
  @ValueSource(ints = {Settings.SMALLEST_FONT, 100, Settings.LARGEST_FONT})
  void headsAndRowsGrowWithTheText(int percent) {
    window.textSize(percent);
    Fx.until(() -> areSized(HEADS, percent) && areSized(CELLS, percent));
    WaitForAsyncUtils.waitForFxEvents();

    List<Text> heads = Fx.call(() -> texts(HEADS));
    assertThat(heads).extracting(Text::getText).containsOnly("Typography", "Gauge");
    assertThat(heads).allMatch(head -> hasRoom(head, "column-header"));
    List<Text> cells = Fx.call(() -> texts(CELLS));
    assertThat(cells).extracting(Text::getText).containsOnly("glyph", "jump");
    assertThat(cells).allMatch(cell -> hasRoom(cell, "table-row-cell"));
  }
}
