package org.wirebench.fx;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Fields of the same width beside each other, or one below another where the words of one of them
 * would find no room: a form is never scrolled sideways.
 */
public final class EvenRow extends Pane {
  private static final double BESIDE = 8;
  private static final double BELOW = 12;

  private boolean filling;

  /** A row of these fields. */
  public EvenRow(Node... fields) {
    getChildren().addAll(fields);
  }

  /** Has the fields take all the height there is while they are beside each other. */
  public EvenRow filling() {
    filling = true;
    return this;
  }

  /** What a field wants for its words in one line. */
  private static double wished(Node field) {
    return field instanceof FormField<?> form ? form.wishedWidth() : field.prefWidth(-1);
  }

  /** How many there are beside each other: one that has no neighbour now takes the row. */
  private int shown() {
    return Math.max(1, getManagedChildren().size());
  }

  /** How wide all are beside each other. */
  private double wishedWidth() {
    int all = shown();
    double widest = getManagedChildren().stream().mapToDouble(EvenRow::wished).max().orElse(0);
    return sides() + widest * all + BESIDE * (all - 1);
  }

  private boolean isStacked(double width) {
    return width < wishedWidth();
  }

  private double sides() {
    return snappedLeftInset() + snappedRightInset();
  }

  private double each(double width) {
    int beside = isStacked(width) ? 1 : shown();
    return snapSizeX((width - sides() - BESIDE * (beside - 1)) / beside);
  }

  private double high(Node field, double width) {
    return snapSizeY(Math.max(field.minHeight(width), field.prefHeight(width)));
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return sides();
  }

  @Override
  protected double computePrefWidth(double height) {
    return wishedWidth();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double whole = width < 0 ? wishedWidth() : width;
    double each = each(whole);
    List<Double> heights = getManagedChildren().stream().map(field -> high(field, each)).toList();
    double height =
        isStacked(whole)
            ? heights.stream().mapToDouble(one -> one + BELOW).sum() - BELOW
            : heights.stream().mapToDouble(one -> one).max().orElse(0);
    return snappedTopInset() + Math.max(0, height) + snappedBottomInset();
  }

  @Override
  protected void layoutChildren() {
    boolean stacked = isStacked(getWidth());
    double each = each(getWidth());
    double room = getHeight() - snappedTopInset() - snappedBottomInset();
    double x = snappedLeftInset();
    double y = snappedTopInset();
    for (Node field : getManagedChildren()) {
      double wished = high(field, each);
      double height = filling && !stacked ? Math.max(wished, snapSizeY(room)) : wished;
      field.resizeRelocate(snapPositionX(x), snapPositionY(y), each, height);
      if (stacked) {
        y += height + BELOW;
      } else {
        x += each + BESIDE;
      }
    }
  }
}
