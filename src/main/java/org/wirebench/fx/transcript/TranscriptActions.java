package org.wirebench.fx.transcript;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.LogView;
import org.wirebench.fx.find.FindActions;

/** What can be done to the view of a transcript. */
final class TranscriptActions {
  private static final Messages TEXT = Messages.of(TranscriptActions.class);

  private final FindActions finding;
  private final Action pause;
  private final Action goOn;
  private final Action wrap;
  private final Action clear;
  private final Action showAll;
  private final Action unfilter;
  private final Action toEnd;

  /**
   * @param openSearch opens the search
   * @param seek goes to the next hit, or to the one before
   */
  TranscriptActions(
      TranscriptViewModel model, LogView log, Runnable openSearch, Consumer<Boolean> seek) {
    var paused = model.pausedProperty();
    finding = FindActions.of(TEXT.get("action.find"), openSearch, seek);
    pause =
        Action.of(TEXT.get("action.pause"), Feather.PAUSE, () -> paused.set(!paused.get()))
            .on("Shortcut+P");
    goOn = Action.of(TEXT.get("action.goOn"), Feather.PLAY, () -> paused.set(false)).when(paused);
    wrap =
        Action.of(
                TEXT.get("action.wrap"),
                Feather.CORNER_DOWN_LEFT,
                () -> log.wrapProperty().set(!log.wrapProperty().get()))
            .on("Alt+Z");
    clear =
        Action.of(TEXT.get("action.clear"), Feather.EYE_OFF, model::clear)
            .on("Shortcut+L")
            .when(model.rowsProperty().isNotNull());
    showAll =
        Action.of(TEXT.get("action.showAll"), Feather.EYE, model::showAll)
            .when(model.numbers().hiddenProperty().isNotEmpty());
    unfilter =
        Action.of(
            TEXT.get("nothing.clear"),
            Feather.X,
            () -> {
              model.filter().clear();
              log.requestFocus();
            });
    toEnd =
        Action.of(TEXT.get("action.toEnd"), Feather.CHEVRONS_DOWN, log::toEnd).on("Shortcut+End");
  }

  FindActions finding() {
    return finding;
  }

  Action pause() {
    return pause;
  }

  Action goOn() {
    return goOn;
  }

  Action wrap() {
    return wrap;
  }

  Action clear() {
    return clear;
  }

  Action showAll() {
    return showAll;
  }

  /** Shows all rows where a filter wants none. */
  Action unfilter() {
    return unfilter;
  }

  List<Action> all() {
    return Stream.concat(
            finding.all().stream(), Stream.of(pause, goOn, wrap, clear, showAll, toEnd))
        .toList();
  }
}
