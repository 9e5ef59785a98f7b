package org.wirebench.fx;

import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/**
 * How the columns of a table take its width: they fill it, and where it is too narrow for their
 * least widths they have those, and the table is scrolled sideways.
 */
@SuppressWarnings("rawtypes") // As the property of the table that this is made for.
public final class FillOrScroll implements Callback<TableView.ResizeFeatures, Boolean> {
  @Override
  public Boolean call(TableView.ResizeFeatures features) {
    TableView<?> table = features.getTable();
    return resize(features, table);
  }

  private static <S> boolean resize(TableView.ResizeFeatures features, TableView<S> table) {
    List<TableColumn<S, ?>> columns = table.getVisibleLeafColumns();
    double least = columns.stream().mapToDouble(TableColumn::getMinWidth).sum();
    if (least <= features.getContentWidth()) {
      return TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS.call(features);
    }
    if (features.getColumn() != null) {
      return TableView.UNCONSTRAINED_RESIZE_POLICY.call(features);
    }
    for (TableColumn<S, ?> column : columns) {
      boolean _ = table.resizeColumn(column, column.getMinWidth() - column.getWidth());
    }
    return true;
  }

  /** The name that style sheets know it by. */
  @Override
  public String toString() {
    return "fill-or-scroll";
  }
}
