package org.wirebench.tool.socket.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.wirebench.fx.Action;
import org.wirebench.fx.EmptyState;
import org.wirebench.fx.ToolContext;
import org.wirebench.fx.transcript.TranscriptPane;

/**
 * What a tab shows beside its form: ways to begin while nothing was said, then the client or the
 * server, now or as it was earlier.
 */
final class SocketContent extends StackPane {
  private final SocketViewModel model;
  private final TranscriptPane clientTranscript;
  private final TranscriptPane serverTranscript;
  private final ClientPane clientPane;
  private final ServerPane serverPane;
  private final Recorded recorded;
  private final MacroKeys keys;
  private final Earlier earlier;

  SocketContent(ToolContext context, SocketViewModel model, EmptyState empty) {
    this.model = model;
    this.clientTranscript = transcriptPane(context);
    this.serverTranscript = transcriptPane(context);
    Counterpart counterpart = new Counterpart(context, model);
    this.recorded = new Recorded(context, model, counterpart, this::chosenClient);
    this.keys = new MacroKeys(model.form(), () -> otherKeys(context));
    this.earlier = new Earlier(model.earlier(), this::look, this::lookBack);
    this.clientPane =
        new ClientPane(context.jobs(), model, keys, context.recent(), clientTranscript, earlier);
    this.serverPane =
        new ServerPane(
            context.jobs(),
            model,
            keys,
            context.recent(),
            counterpart.connect(),
            serverTranscript,
            earlier);
    // In a window that is too small the buttons stay in sight; the tools of the transcript go.
    clientPane.setMinWidth(0);
    serverPane.setMinWidth(0);
    getChildren().add(empty);
    model.transcriptProperty().addListener((_, _, _) -> showSession());
  }

  private static TranscriptPane transcriptPane(ToolContext context) {
    return new TranscriptPane(context.jobs(), context.stores(), context.notices());
  }

  /** What the keys of macros must not take. */
  private List<Action> otherKeys(ToolContext context) {
    return Stream.of(context.windowActions().get(), clientTranscript.actions(), recorded.actions())
        .flatMap(List::stream)
        .toList();
  }

  private int chosenClient() {
    return serverPane.chosenClient();
  }

  private boolean isServer() {
    return model.serverProperty().get() != null;
  }

  private void showSession() {
    earlier.leave();
    if (!isServer()) {
      showClient();
    }
    Node now = isServer() ? serverPane : clientPane;
    if (getChildren().getFirst() != now) {
      getChildren().setAll(now);
    }
  }

  private void showClient() {
    clientTranscript.show(model.transcriptProperty().get(), model.charset(), _ -> "");
  }

  private void look(Past past) {
    if (past.server()) {
      serverPane.look(past.transcript());
    } else {
      clientTranscript.show(past.transcript(), model.charset(), _ -> "");
    }
  }

  private void lookBack() {
    if (isServer()) {
      serverPane.lookBack();
    } else {
      showClient();
    }
  }

  /** The row that says which earlier session is shown. */
  Earlier earlier() {
    return earlier;
  }

  /** The shortcuts of the macros. */
  MacroKeys keys() {
    return keys;
  }

  /** What can be made of what was said. */
  List<Action> recordedActions() {
    return recorded.actions();
  }

  /** Where one types what is sent. */
  SendBar bar() {
    return isServer() ? serverPane.bar() : clientPane.bar();
  }

  List<Action> actions() {
    List<Action> actions = new ArrayList<>();
    if (model.transcriptProperty().get() != null) {
      actions.addAll((isServer() ? serverTranscript : clientTranscript).actions());
    }
    actions.addAll(isServer() ? serverPane.actions() : clientPane.actions());
    actions.addAll(bar().actions());
    actions.addAll(recorded.actions());
    actions.addAll(earlier.actions(isServer()));
    return actions;
  }

  /** How many clients have had an answer, as the table shows it. */
  long answered() {
    return serverPane.answered();
  }

  void close() {
    clientPane.close();
    serverPane.close();
    clientTranscript.close();
    serverTranscript.close();
  }
}
