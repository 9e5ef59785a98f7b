package org.wirebench.cli;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Shows every tool at work and takes pictures; made by whoever may use JavaFX. */
@FunctionalInterface
public interface Tour {
  /**
   * Takes the pictures.
   *
   * @param folder where they are written; it is made where it is missing
   * @param width of each picture in pixels
   * @param height of each picture in pixels
   * @param progress is told of each picture
   * @throws Exception when that cannot be done
   */
  void write(Path folder, int width, int height, Consumer<String> progress) throws Exception;
}
