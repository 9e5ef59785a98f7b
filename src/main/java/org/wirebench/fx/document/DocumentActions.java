package org.wirebench.fx.document;

import java.util.List;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.LogView;
import org.wirebench.fx.find.FindActions;

/** What can be done with a document. */
final class DocumentActions {
  private static final Messages TEXT = Messages.of(DocumentActions.class);

  private final FindActions finding;
  private final Action wrap;
  private final Action fold;
  private final Action unfold;
  private final Action toggle;
  private final Action filter;
  private final Action nextView;
  private final Action previousView;
  private final Action save;
  private final Action copyAll;
  private final Action copyValue;
  private final Action copyPath;
  private final Action copyTable;

  /**
   * @param pane where one searches, filters and saves
   * @param showing what is shown
   * @param flags say what of it is possible
   */
  DocumentActions(DocumentPane pane, Showing showing, DocumentFlags flags) {
    var tree = flags.tree();
    String noTree = TEXT.get("action.noTree");
    DocumentPlace place = showing.place();
    RowsPane rows = place.rows();
    finding = FindActions.of(TEXT.get("action.find"), pane::openSearch, pane::seek);
    wrap =
        Action.of(TEXT.get("action.wrap"), Feather.CORNER_DOWN_LEFT, () -> toggleWrap(rows.log()))
            .on("Alt+Z");
    fold =
        Action.of(TEXT.get("action.fold"), Feather.CHEVRONS_UP, () -> rows.foldAll(true))
            .on("Alt+Up")
            .when(tree, noTree);
    unfold =
        Action.of(TEXT.get("action.unfold"), Feather.CHEVRONS_DOWN, () -> rows.foldAll(false))
            .on("Alt+Down")
            .when(tree, noTree);
    toggle =
        Action.of(
                TEXT.get("action.toggle"),
                Feather.CHEVRON_DOWN,
                () -> rows.toggle(rows.log().currentRowProperty().get()))
            .when(tree, noTree);
    filter =
        Action.of(TEXT.get("action.filter"), Feather.FILTER, pane::openFilter)
            .on("Alt+F")
            .when(flags.filterable(), noTree);
    nextView =
        Action.of(TEXT.get("action.nextView"), Feather.ARROW_RIGHT, () -> showing.step(1))
            .on("Alt+Right")
            .when(flags.any());
    previousView =
        Action.of(TEXT.get("action.previousView"), Feather.ARROW_LEFT, () -> showing.step(-1))
            .on("Alt+Left")
            .when(flags.any());
    save =
        Action.of(TEXT.get("action.save"), Feather.DOWNLOAD, pane::save)
            .on("Alt+S")
            .when(flags.any());
    copyAll =
        Action.of(
                TEXT.get("action.copyAll"),
                Feather.COPY,
                () -> showing.document().ifPresent(now -> place.copyAll(now, showing.view())))
            .when(flags.any());
    copyValue =
        Action.of(TEXT.get("action.copyValue"), Feather.COPY, place::copyValue)
            .when(flags.valued(), TEXT.get("action.noValue"));
    copyPath =
        Action.of(TEXT.get("action.copyPath"), Feather.COPY, place::copyPath)
            .on("Shortcut+Shift+C")
            .when(flags.json(), TEXT.get("action.noJson"));
    copyTable =
        Action.of(
                TEXT.get("action.copyTable"),
                Feather.COPY,
                () -> showing.document().ifPresent(place::copyTable))
            .when(flags.table(), TEXT.get("action.noTable"));
  }

  private static void toggleWrap(LogView log) {
    log.wrapProperty().set(!log.wrapProperty().get());
  }

  FindActions finding() {
    return finding;
  }

  Action wrap() {
    return wrap;
  }

  Action fold() {
    return fold;
  }

  Action unfold() {
    return unfold;
  }

  Action toggle() {
    return toggle;
  }

  Action save() {
    return save;
  }

  Action filter() {
    return filter;
  }

  /** What copies. */
  List<Action> copying() {
    return List.of(copyAll, copyValue, copyPath, copyTable);
  }

  List<Action> all() {
    return Stream.of(
            finding.all(),
            List.of(nextView, previousView, filter, wrap, fold, unfold, toggle, save),
            copying())
        .flatMap(List::stream)
        .toList();
  }
}
