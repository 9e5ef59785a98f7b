package org.wirebench.terminal.view;

import java.util.BitSet;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.wirebench.fx.PixelCanvas;

/**
 * Marks on the scroll bar: where prompts are, which of their commands failed, and where the search
 * found something. Those of failures are wider than those of prompts, for who sees no colours.
 */
final class ScrollMarks {
  private static final double HEIGHT = 2;

  private final TerminalView view;
  private final PromptMarks prompts;
  private final HitMarks hits;
  private final PixelCanvas canvas = new PixelCanvas();
  private Drawn drawn = Drawn.NOTHING;

  ScrollMarks(TerminalView view) {
    this.view = view;
    this.prompts = new PromptMarks(view.jobs(), view.terminal(), view::changed);
    canvas.node().setId("terminal-marks");
    canvas.node().setMouseTransparent(true);
    TerminalSearch search = view.places().search();
    this.hits = new HitMarks(view.jobs(), view.terminal(), search, view::changed);
  }

  /** What is drawn, in pixels from the top. */
  private record Drawn(BitSet prompts, BitSet failures, BitSet hits, TerminalLooks.Marks colors) {
    static final Drawn NOTHING =
        new Drawn(new BitSet(), new BitSet(), new BitSet(), TerminalLooks.Marks.NONE);
  }

  Node node() {
    return canvas.node();
  }

  void place(double x, double width, double height) {
    canvas.relocate(x, 0);
    if (canvas.resize(width, height)) {
      drawn = Drawn.NOTHING;
    }
  }

  /** Marks what is there now. */
  void show(TerminalFrame frame) {
    prompts.take(frame.prompts());
    hits.take(frame.prompts());
    double rows = frame.scrollback() + frame.rows();
    Drawn now =
        frame.scrollback() == 0
            ? Drawn.NOTHING
            : new Drawn(
                prompts(false, rows), prompts(true, rows), hits(rows), view.looks().marks());
    if (!now.equals(drawn)) {
      drawn = now;
      canvas.context().clearRect(0, 0, canvas.width(), canvas.height());
      // What is more telling is drawn over the other.
      double wide = canvas.width() - 2;
      draw(now.prompts, now.colors.prompt(), Math.ceil(wide / 2));
      draw(now.failures, now.colors.failure(), wide);
      draw(now.hits, now.colors.hit(), wide);
    }
  }

  private void draw(BitSet places, Color color, double width) {
    GraphicsContext context = canvas.context();
    context.setFill(color);
    places.stream().forEach(y -> context.fillRect(1, y, width, HEIGHT));
  }

  private int y(int row, double rows) {
    return (int) Math.round((canvas.height() - HEIGHT) * Math.min(1, row / rows));
  }

  private BitSet prompts(boolean failed, double rows) {
    BitSet places = new BitSet();
    for (PromptScan.Found one : prompts.found()) {
      if (one.failed() == failed) {
        places.set(y(one.row(), rows));
      }
    }
    return places;
  }

  private BitSet hits(double rows) {
    BitSet places = new BitSet();
    hits.found().forEach(row -> places.set(y(row, rows)));
    return places;
  }

  /** Looks for nothing any more. */
  void stop() {
    prompts.stop();
    hits.stop();
  }
}
