package org.wirebench.fx.document;

import java.util.List;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
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

  DocumentActions(DocumentPane pane) {
    var any = pane.flags().any();
    var tree = pane.flags().tree();
    var json = pane.flags().json();
    String noTree = TEXT.get("action.noTree");
    String noJson = TEXT.get("action.noJson");
    finding = FindActions.of(TEXT.get("action.find"), pane::openSearch, pane::seek);
    wrap =
        Action.of(TEXT.get("action.wrap"), Feather.CORNER_DOWN_LEFT, pane::toggleWrap).on("Alt+Z");
    fold =
        Action.of(TEXT.get("action.fold"), Feather.CHEVRONS_UP, () -> pane.foldAll(true))
            .on("Alt+Up")
            .when(tree, noTree);
    unfold =
        Action.of(TEXT.get("action.unfold"), Feather.CHEVRONS_DOWN, () -> pane.foldAll(false))
            .on("Alt+Down")
            .when(tree, noTree);
    toggle =
        Action.of(TEXT.get("action.toggle"), Feather.CHEVRON_DOWN, pane::toggleRow)
            .when(tree, noTree);
    filter =
        Action.of(TEXT.get("action.filter"), Feather.FILTER, pane::openFilter)
            .on("Alt+F")
            .when(pane.flags().filterable(), noTree);
    nextView =
        Action.of(TEXT.get("action.nextView"), Feather.ARROW_RIGHT, () -> pane.step(1))
            .on("Alt+Right")
            .when(any);
    previousView =
        Action.of(TEXT.get("action.previousView"), Feather.ARROW_LEFT, () -> pane.step(-1))
            .on("Alt+Left")
            .when(any);
    save = Action.of(TEXT.get("action.save"), Feather.DOWNLOAD, pane::save).on("Alt+S").when(any);
    copyAll = Action.of(TEXT.get("action.copyAll"), Feather.COPY, pane::copyAll).when(any);
    copyValue =
        Action.of(TEXT.get("action.copyValue"), Feather.COPY, pane::copyValue)
            .when(pane.flags().valued(), TEXT.get("action.noValue"));
    copyPath =
        Action.of(TEXT.get("action.copyPath"), Feather.COPY, pane::copyPath)
            .on("Shortcut+Shift+C")
            .when(json, noJson);
    copyTable =
        Action.of(TEXT.get("action.copyTable"), Feather.COPY, pane::copyTable)
            .when(pane.flags().table(), TEXT.get("action.noTable"));
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
