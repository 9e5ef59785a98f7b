package org.wirebench.fx.transcript;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.fx.Action;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.LogView;
import org.wirebench.fx.Notices;
import org.wirebench.fx.Row;
import org.wirebench.fx.RowSource;

/** Stand-in until the real one is merged. */
public final class TranscriptPane extends VBox {
  private final LogView log;
  private @Nullable Transcript transcript;
  private final Runnable changed;

  public TranscriptPane(FxJobs jobs, ByteStores stores, Notices notices) {
    log = new LogView(jobs, "Transcript");
    changed = log::changed;
    VBox.setVgrow(log, Priority.ALWAYS);
    getChildren().add(log);
  }

  public void show(@Nullable Transcript now, Charset charset, IntFunction<String> partyName) {
    if (transcript != null) {
      transcript.removeListener(changed);
    }
    transcript = now;
    if (now == null) {
      log.setSource(RowSource.of(List.of()));
      return;
    }
    now.addListener(changed);
    log.setSource(
        new RowSource() {
          @Override
          public long end() {
            return now.textRows().size();
          }

          @Override
          public Row row(long index) throws IOException {
            var row = now.textRows().row(index);
            Row.Kind kind =
                switch (row.exchange().direction()) {
                  case IN -> Row.Kind.IN;
                  case OUT -> Row.Kind.OUT;
                  case EVENT -> Row.Kind.EVENT;
                };
            return Row.of(
                String.valueOf(row.exchange().nanos() / 1_000_000),
                kind,
                org.wirebench.core.bytes.Escapes.encode(row.bytes(), charset));
          }
        });
  }

  public List<Action> actions() {
    return List.of();
  }

  public void close() {
    show(null, java.nio.charset.StandardCharsets.UTF_8, _ -> "");
  }
}
