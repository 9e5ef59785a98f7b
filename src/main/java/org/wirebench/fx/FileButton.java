package org.wirebench.fx;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** A button beside a field for the path of a file: it is chosen instead of typed. */
public final class FileButton {
  private FileButton() {}

  /**
   * A button that has a file chosen.
   *
   * @param what is chosen: "Choose the private key"
   * @param path gets the full path of the file; the choice begins in its folder
   */
  public static Button of(String what, StringProperty path) {
    Button button = Describe.iconButton(Feather.FOLDER, what, () -> {});
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(
        _ -> {
          FileChooser chooser = new FileChooser();
          chooser.setTitle(what);
          folder(path.get()).ifPresent(chooser::setInitialDirectory);
          Optional.ofNullable(chooser.showOpenDialog(button.getScene().getWindow()))
              .ifPresent(file -> path.set(file.toString()));
        });
    return button;
  }

  /** The folder that a typed path leads to, if there is one. */
  static Optional<File> folder(String typed) {
    try {
      return Optional.ofNullable(Path.of(typed.strip()).toAbsolutePath().getParent())
          .filter(folder -> !typed.isBlank() && Files.isDirectory(folder))
          .map(Path::toFile);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }
}
