package org.wirebench.shell;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.EntryFiles;

/** A tab of a tool that this version does not have: what was typed is shown, and kept. */
final class UnknownPage extends StillPage {
  private static final Messages TEXT = Messages.of(UnknownPage.class);

  UnknownPage(Entry entry) {
    super(entry, entry.name());
    Label heading = new Label(TEXT.get("unknown.title", Escapes.display(entry.tool())));
    heading.getStyleClass().add("heading");
    Label words = new Label(TEXT.get("unknown.words"));
    words.setWrapText(true);
    TextArea text = new TextArea(EntryFiles.format(List.of(entry)));
    text.setEditable(false);
    text.getStyleClass().add("mono");
    VBox.setVgrow(text, Priority.ALWAYS);
    page().getChildren().addAll(heading, words, text);
  }
}
