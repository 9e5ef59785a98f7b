package org.wirebench.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;

/**
 * Controls in a row, as in an {@link HBox}, that go on in the next line where there is no room:
 * nothing is ever cut off at the edge of a small window. Those with a grow priority of {@link
 * HBox#setHgrow} take the room that is left, down to their least width, and may be higher the less
 * that is, as wrapped text is; the others keep their preferred width.
 */
public class WrapRow extends Pane {
  private static final double GAP = 8;

  private boolean top;

  /** A row of these controls. */
  public WrapRow(Node... children) {
    getChildren().addAll(children);
  }

  /** Has what is less high than its neighbours stand at the top, as fields with labels do. */
  public WrapRow atTop() {
    top = true;
    return this;
  }

  /** One line of controls. */
  private record Line(List<Node> nodes, double needed) {}

  private static boolean grows(Node node) {
    return HBox.getHgrow(node) == Priority.ALWAYS;
  }

  /** What a control takes at least. */
  private double needed(Node node) {
    double least = node.minWidth(-1);
    return snapSizeX(grows(node) ? least : Math.max(least, node.prefWidth(-1)));
  }

  /** A preferred height is that of the text alone: the style sheet says how high fields are. */
  private double high(Node node, double width) {
    double wished = Math.min(node.prefHeight(width), node.maxHeight(width));
    return snapSizeY(Math.max(node.minHeight(width), wished));
  }

  private double height(Line line, double room) {
    return line.nodes().stream()
        .mapToDouble(node -> high(node, width(node, line, room)))
        .max()
        .orElse(0);
  }

  /** How wide a control of a line is, of which those that grow share what is left. */
  private double width(Node node, Line line, double room) {
    double left = Math.max(0, room - line.needed());
    long growing = line.nodes().stream().filter(WrapRow::grows).count();
    double wished = needed(node) + (grows(node) ? left / growing : 0);
    double most = snapSizeX(node.maxWidth(-1));
    double given = Math.min(wished, room);
    return Math.min(grows(node) ? snapDown(given) : given, most);
  }

  /** Never up: the last one would lie over the edge, and words wrap other than was counted. */
  private double snapDown(double width) {
    double snapped = snapSizeX(width);
    double pixel = snapSizeX(0.1);
    return snapped > width + pixel / 100 ? snapped - pixel : snapped;
  }

  private List<Line> lines(double room) {
    List<Line> lines = new ArrayList<>();
    List<Node> line = new ArrayList<>();
    double used = 0;
    for (Node node : getManagedChildren()) {
      double more = needed(node) + (line.isEmpty() ? 0 : GAP);
      if (!line.isEmpty() && used + more > room) {
        lines.add(new Line(line, used));
        line = new ArrayList<>();
        used = 0;
        more = needed(node);
      }
      line.add(node);
      used += more;
    }
    lines.add(new Line(line, used));
    return lines;
  }

  private double sides() {
    return snappedLeftInset() + snappedRightInset();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    // Those that grow give way when they have a line of their own.
    return sides()
        + getManagedChildren().stream()
            .filter(node -> !grows(node))
            .mapToDouble(node -> node.minWidth(-1))
            .max()
            .orElse(0);
  }

  @Override
  protected double computePrefWidth(double height) {
    List<Node> nodes = getManagedChildren();
    double widths =
        nodes.stream()
            .mapToDouble(node -> Math.max(needed(node), snapSizeX(node.prefWidth(-1))))
            .sum();
    return sides() + widths + GAP * Math.max(0, nodes.size() - 1);
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = (width < 0 ? computePrefWidth(-1) : width) - sides();
    List<Line> lines = lines(room);
    double heights = lines.stream().mapToDouble(line -> height(line, room)).sum();
    return snappedTopInset() + heights + GAP * (lines.size() - 1) + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double room = getWidth() - sides();
    double y = snappedTopInset();
    for (Line line : lines(room)) {
      place(line, room, y);
      y += height(line, room) + GAP;
    }
  }

  private void place(Line line, double room, double y) {
    double height = height(line, room);
    double x = snappedLeftInset();
    for (Node node : line.nodes()) {
      double width = width(node, line, room);
      double high = Math.min(height, high(node, width));
      double above = top ? 0 : (height - high) / 2;
      node.resizeRelocate(snapPositionX(x), snapPositionY(y + above), width, high);
      x += width + GAP;
    }
  }
}
