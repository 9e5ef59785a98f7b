package org.wirebench.fx;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.wirebench.core.text.Messages;

/** A short list of names and values, each value to be selected and copied. */
public final class KeyValueTable extends GridPane {
  private static final Messages TEXT = Messages.of(KeyValueTable.class);

  /** How much of a value is on the screen: a field for one line is slow with more. */
  static final int LONGEST = 2000;

  /** How much of a name is: beside a longer one there is no room for the value. */
  static final int LONGEST_NAME = 40;

  private List<Row> rows = List.of();

  /**
   * One row.
   *
   * @param meaning what it means, below the value; empty for none
   * @param isHeading whether the name alone is shown, over both columns
   */
  public record Row(String name, String value, String meaning, boolean isHeading) {
    /** A row of a value. */
    public Row(String name, String value, String meaning) {
      this(name, value, meaning, false);
    }

    /** A row whose value says all. */
    public static Row of(String name, String value) {
      return new Row(name, value, "");
    }

    /** What the rows below are about, up to the next heading. */
    public static Row heading(String words) {
      return new Row(words, "", "", true);
    }

    private String copied() {
      return isHeading ? name : name + "\t" + value;
    }
  }

  /** An empty table. */
  public KeyValueTable() {
    getStyleClass().add("key-value-table");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    getColumnConstraints().setAll(names, values);
  }

  /** Shows these rows; does nothing when they are those shown. */
  public void show(List<Row> now) {
    if (now.equals(rows)) {
      return;
    }
    rows = List.copyOf(now);
    getChildren().clear();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Label name = name(row.name());
      if (row.isHeading()) {
        name.getStyleClass().setAll("label", "key-value-heading");
        add(name, 0, i, 2, 1);
      } else {
        GridPane.setValignment(name, VPos.TOP);
        TextField value = value(row, name.getText());
        addRow(i, name, row.meaning().isEmpty() ? value : new VBox(value, meaning(row)));
      }
    }
  }

  private TextField value(Row row, String name) {
    String shown = cut(row.value(), LONGEST);
    TextField value = new TextField(shown);
    value.setEditable(false);
    value.getStyleClass().add("copyable");
    Describe.control(value, shown);
    value.setAccessibleText(name + ": " + shown);
    value.setContextMenu(menu(row));
    return value;
  }

  private static Label name(String whole) {
    Label name = new Label(cut(whole, LONGEST_NAME));
    name.getStyleClass().add("muted");
    name.setMinWidth(USE_PREF_SIZE);
    if (whole.length() > LONGEST_NAME) {
      name.setTooltip(new Tip(cut(whole, LONGEST)));
    }
    return name;
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }

  private static Label meaning(Row row) {
    Label meaning = new Label(row.meaning());
    meaning.getStyleClass().add("secondary");
    meaning.setWrapText(true);
    return meaning;
  }

  private ContextMenu menu(Row row) {
    MenuItem one = new MenuItem(TEXT.get("table.copy"));
    one.setOnAction(_ -> copy(row.value()));
    MenuItem all = new MenuItem(TEXT.get("table.copyAll"));
    all.setOnAction(_ -> copy(rows.stream().map(Row::copied).collect(Collectors.joining("\n"))));
    return new ContextMenu(one, all);
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
