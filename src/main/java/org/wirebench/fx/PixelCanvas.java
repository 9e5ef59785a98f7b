package org.wirebench.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Scale;
import javafx.stage.Screen;
import javafx.stage.Window;

/**
 * A canvas that has one pixel for each pixel of the screen, and is drawn on in units of the scene.
 * One of JavaFX has as many for a unit as the screen that has most, rounded up; where a screen has
 * less, at 125 % say, that is shrunk: text blurs, and between what touches there are gaps. FX
 * thread only.
 */
public final class PixelCanvas {
  private final Canvas canvas = new Canvas();
  private final Scale stretch = new Scale(1, 1);
  private final ObservableValue<Number> scale;

  /** How many pixels JavaFX gives a canvas for each of its units. */
  private final double given;

  private double width;
  private double height;
  private double drawnAt = 1;

  /** A canvas without size, which nobody lays out. */
  public PixelCanvas() {
    given =
        Math.ceil(
            Screen.getScreens().stream()
                .mapToDouble(screen -> Math.max(screen.getOutputScaleX(), screen.getOutputScaleY()))
                .max()
                .orElse(1));
    canvas.setManaged(false);
    canvas.getTransforms().add(stretch);
    scale =
        canvas
            .sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::renderScaleXProperty)
            .orElse(1.0);
    fit();
  }

  /** What is put into the scene. */
  public Node node() {
    return canvas;
  }

  /** Draws in units of the scene. */
  public GraphicsContext context() {
    return canvas.getGraphicsContext2D();
  }

  /**
   * How many pixels of the screen a unit of the scene is; all screens there are have one for both
   * ways. When it changes, {@link #resize} has to be called, and all is to be drawn anew.
   */
  public ObservableValue<Number> scaleProperty() {
    return scale;
  }

  /** How wide it is, in units of the scene. */
  public double width() {
    return width;
  }

  /** How high it is, in units of the scene. */
  public double height() {
    return height;
  }

  /**
   * Gives it this size, in units of the scene, for the screen that it is on.
   *
   * @return whether anything is other than before, so that all is to be drawn anew
   */
  public boolean resize(double wide, double high) {
    double now = scale.getValue().doubleValue();
    if (wide == width && high == height && now == drawnAt) {
      return false;
    }
    width = wide;
    height = high;
    drawnAt = now;
    fit();
    return true;
  }

  private void fit() {
    double shrunk = drawnAt / given;
    stretch.setX(1 / shrunk);
    stretch.setY(1 / shrunk);
    canvas.setWidth(width * shrunk);
    canvas.setHeight(height * shrunk);
    context().setTransform(shrunk, 0, 0, shrunk, 0, 0);
  }

  /** Puts its upper left corner there, which has to be a whole pixel of the screen. */
  public void relocate(double x, double y) {
    canvas.relocate(x, y);
  }
}
