package org.wirebench.fx.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.document.EventRows;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.LogView;
import org.wirebench.fx.Notices;
import org.wirebench.fx.RowSource;

/** All data of one event: JSON as a tree, and anything else as its lines. FX thread only. */
final class EventDetails extends BorderPane {
  private static final Messages TEXT = Messages.of(EventDetails.class);
  private static final int CHUNK = 64 * 1024;

  private final FxJobs jobs;
  private final ByteStores stores;
  private final Notices notices;
  private final Label head = new Label();
  private final LogView data;
  private final Folds folds;
  private final Copying copying;
  private @Nullable EventRows rows;
  private long row = -1;
  private @Nullable Work owner;

  /** What reads the data, until there is a document that closes it at its own end. */
  private @Nullable Work reading;

  private @Nullable OpenDocument open;
  private @Nullable DocumentSource source;

  /**
   * @param hide takes this away
   */
  EventDetails(FxJobs jobs, ByteStores stores, Notices notices, Runnable hide) {
    this.jobs = jobs;
    this.stores = stores;
    this.notices = notices;
    this.copying = new Copying(notices);
    this.data = new LogView(jobs, TEXT.get("event.data"));
    this.folds = new Folds(jobs, data, notices::failure);
    data.setId("event-data");
    data.getStyleClass().add("document-rows");
    data.setTail(false);
    data.wrapProperty().set(true);
    data.setOnGutter(this::toggle);
    head.setId("event-head");
    head.getStyleClass().add("secondary");
    head.setMinWidth(0);
    head.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(head, Priority.ALWAYS);
    Button copy = Describe.iconButton(Feather.COPY, TEXT.get("event.copy"), this::copyAll);
    copy.setId("event-copy");
    Button close = Describe.iconButton(Feather.X, TEXT.get("event.hide"), hide);
    close.setId("event-hide");
    HBox bar = new HBox(head, copy, close);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().addAll("pane-bar", "document-bar");
    setTop(bar);
    setCenter(data);
    setMinHeight(0);
  }

  /** Shows an event, unless it is shown. */
  void show(EventRows in, long number, Work of) {
    if (rows == in && row == number) {
      return;
    }
    clear();
    rows = in;
    row = number;
    owner = of;
    Work mine = new Work(jobs);
    reading = mine;
    of.hold();
    AutoCloseable released = of::release;
    AutoCloseable _ = mine.own(released);
    ByteStore store = mine.own(stores.create());
    Job<ByteStore> _ =
        mine.start(
            TEXT.get("event.job"),
            context -> {
              try (OutputStream out =
                  new BufferedOutputStream(new Appending(store, context), CHUNK)) {
                in.writeData(number, out);
              }
              return store;
            },
            outcome -> read(in, number, outcome));
  }

  private static final class Appending extends OutputStream {
    private final ByteStore store;
    private final JobContext context;

    Appending(ByteStore store, JobContext context) {
      this.store = store;
      this.context = context;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      context.checkCancelled();
      store.append(bytes, offset, length);
    }
  }

  private void read(EventRows in, long number, Outcome<ByteStore> outcome) {
    switch (outcome) {
      case Outcome.Done<ByteStore>(ByteStore store) -> open(in, number, store);
      case Outcome.Failed<ByteStore>(Failure failure) -> notices.failure(failure);
      case Outcome.Cancelled<ByteStore> _ -> clear();
    }
  }

  private void open(EventRows in, long number, ByteStore store) {
    Work mine = reading;
    if (mine == null) {
      return;
    }
    reading = null;
    try {
      head.setText(words(in, number, store.size()));
    } catch (IOException unreadable) {
      notices.failure(Unreadable.of(unreadable));
    }
    OpenDocument now =
        new OpenDocument(
            new Document(store, "text/plain; charset=utf-8", Optional.empty(), ""),
            jobs,
            stores,
            this::refresh,
            notices::failure);
    open = now;
    Work _ = now.work().own(mine);
    now.complete();
  }

  private static String words(EventRows in, long number, long size) throws IOException {
    String type = in.type(number);
    String id = in.id(number);
    String what = id.isEmpty() ? type : TEXT.get("event.id", type, id);
    String bytes = Amounts.bytes(size);
    return in.time(number)
        .map(time -> TEXT.get("event.at", what, DocumentSource.TIME.format(time), bytes))
        .orElseGet(() -> TEXT.get("event.of", what, bytes));
  }

  private void refresh() {
    OpenDocument now = open;
    if (now == null) {
      return;
    }
    View view = now.tree() == null || now.isDamaged() ? View.TEXT : View.FORMATTED;
    ShownRows next = now.rows(view);
    if (next != null && (source == null || source.shown().rows() != next.rows())) {
      source = new DocumentSource(next);
      data.setSource(source);
    }
    data.changed();
  }

  private void toggle(long at) {
    if (source != null && open != null) {
      folds.toggle(source, open.work(), at);
    }
  }

  private void copyAll() {
    EventRows in = rows;
    if (owner != null && in != null) {
      copying.event(owner, in, row);
    }
  }

  /** For tests: the data. */
  LogView data() {
    return data;
  }

  /** Shows nothing. */
  void clear() {
    if (reading != null) {
      reading.close();
      reading = null;
    }
    rows = null;
    row = -1;
    owner = null;
    source = null;
    head.setText("");
    data.setSource(RowSource.of(List.of()));
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
