package org.wirebench.shell;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FormField;
import org.wirebench.fx.Tip;

/** Asks for the name under which a tab is saved, and for the folder. */
final class SavePopOver {
  private static final Messages TEXT = Messages.of(SavePopOver.class);

  private final Saving saving;
  private final WorkTab tab;
  private final TextField name = new TextField();
  private final TextField folder = new TextField();
  private final FormField<TextField> nameField =
      new FormField<>(TEXT.get("save.name"), TEXT.get("save.name.help"), name);
  private final FormField<TextField> folderField =
      new FormField<>(TEXT.get("save.folder"), TEXT.get("save.folder.help"), folder);
  private final Label where = new Label();
  private final Button save = new Button();
  private final PopOver popOver;

  SavePopOver(Saving saving, WorkTab tab) {
    this.saving = saving;
    this.tab = tab;
    name.setText(tab.titleProperty().get());
    name.setId("save-name");
    folder.setText(
        tab.file().map(Path::getParent).map(Path::toString).orElse(saving.folder().toString()));
    Button browse = Describe.iconButton(Feather.FOLDER, TEXT.get("save.browse"), this::browse);
    where.getStyleClass().add("secondary");
    where.setId("save-file");
    where.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    Tip whole = new Tip();
    whole.textProperty().bind(where.textProperty());
    where.setTooltip(whole);
    save.setId("save-button");
    save.setOnAction(_ -> save());
    VBox form = new VBox(nameField, folderField.with(browse), where, save);
    form.getStyleClass().add("save-form");
    form.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            // Else the window below would take it too, and press its primary button.
            event.consume();
            save();
          }
        });
    popOver = PopOvers.of(TEXT.get("save.title"), form, PopOver.ArrowLocation.TOP_RIGHT);
    name.textProperty().addListener((_, _, _) -> check());
    folder.textProperty().addListener((_, _, _) -> check());
    check();
  }

  /** Shows it below a node. */
  void show(Node owner) {
    popOver.show(owner, -4);
    name.requestFocus();
    name.selectAll();
  }

  private void check() {
    nameField.problemProperty().set(name.getText().isBlank() ? TEXT.get("save.name.none") : "");
    Optional<Path> to = file();
    folderField.problemProperty().set(to.isEmpty() ? TEXT.get("save.folder.wrong") : "");
    boolean there = to.filter(Files::exists).isPresent();
    boolean own = to.isPresent() && to.equals(tab.file());
    where.setText(
        to.map(file -> TEXT.get(there && !own ? "save.replaces" : "save.to", file)).orElse(""));
    save.setText(TEXT.get(there && !own ? "save.replace" : "save.save"));
    save.getStyleClass().removeAll("accent", "danger");
    save.getStyleClass().add(there && !own ? "danger" : "accent");
    save.setDisable(to.isEmpty() || name.getText().isBlank());
  }

  private Optional<Path> file() {
    try {
      Path parent = Path.of(folder.getText().strip());
      boolean usable = parent.isAbsolute() && (!Files.exists(parent) || Files.isDirectory(parent));
      return usable
          ? Optional.of(parent.resolve(Saving.fileName(name.getText())))
          : Optional.empty();
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private void browse() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(TEXT.get("save.browse"));
    Optional.ofNullable(chooser.showDialog(popOver.getOwnerWindow()))
        .ifPresent(chosen -> folder.setText(chosen.toString()));
  }

  private void save() {
    if (!save.isDisable()) {
      file().ifPresent(file -> saving.save(tab, name.getText().strip(), file));
      popOver.hide();
    }
  }
}
