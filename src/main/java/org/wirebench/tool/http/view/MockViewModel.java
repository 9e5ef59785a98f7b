package org.wirebench.tool.http.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Pulse;
import org.wirebench.tool.http.lab.MockDrafts;
import org.wirebench.tool.http.lab.MockRoute;

/** The mock routes while they are edited: what is typed answers at once. FX thread only. */
final class MockViewModel implements AutoCloseable {
  private static final Messages TEXT = Messages.of(MockViewModel.class);
  private static final String PATH = "path";
  private static final int LONGEST = 100;

  private final MockDrafts drafts;
  private final ObservableList<MockLine> lines = FXCollections.observableArrayList(MockLine::shown);
  private final ObjectProperty<@Nullable MockLine> chosen =
      new SimpleObjectProperty<>(this, "chosen");
  private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper(this, "news", "");
  private final Pulse pulse;
  private final Runnable counted;
  private @Nullable MockLine taken;
  private int takenFrom;

  MockViewModel(FxJobs jobs, MockDrafts drafts) {
    this.drafts = drafts;
    for (Tree one : drafts.typed().items()) {
      if (one instanceof Tree.Fields fields) {
        lines.add(new MockLine(fields));
      }
    }
    chosen.set(lines.isEmpty() ? null : lines.getFirst());
    pulse = jobs.pulse(this::count);
    counted = pulse::changed;
    drafts.book().addListener(counted);
    count();
    remark();
    lines.addListener((Observable _) -> publish());
  }

  /** The routes, in the order in which they are tried. */
  ObservableList<MockLine> lines() {
    return lines;
  }

  /** The one whose details are shown; null where there is none. */
  ObjectProperty<@Nullable MockLine> chosenProperty() {
    return chosen;
  }

  /** What was done last, where that can be undone; else empty. */
  ReadOnlyStringProperty newsProperty() {
    return news.getReadOnlyProperty();
  }

  private void publish() {
    List<MockRoute> answering = new ArrayList<>();
    List<Tree> typed = new ArrayList<>();
    for (MockLine line : lines) {
      typed.add(line.typed());
      line.route().ifPresent(answering::add);
    }
    if (!answering.equals(drafts.book().routes()) || !Tree.items(typed).equals(drafts.typed())) {
      drafts.type(Tree.items(typed), answering);
      count();
      remark();
    }
  }

  /** The first route that fits answers: another that fits nothing else has no turn. */
  private void remark() {
    List<MockRoute> above = new ArrayList<>();
    for (MockLine line : List.copyOf(lines)) {
      Optional<MockRoute> route = line.route().filter(one -> !one.off());
      line.remarkProperty()
          .set(
              route
                  .flatMap(one -> above.stream().filter(first -> first.shadows(one)).findFirst())
                  .map(MockViewModel::remark)
                  .orElse(""));
      route.ifPresent(above::add);
    }
  }

  private static String remark(MockRoute first) {
    return TEXT.get(
        "mocks.shadowed",
        Escapes.display(first.method(), LONGEST),
        Escapes.display(first.path(), LONGEST));
  }

  /** Only here are the routes that answer replaced, so that they are those of the lines. */
  private void count() {
    List<Long> hits = drafts.book().hits();
    int at = 0;
    for (MockLine line : List.copyOf(lines)) {
      if (line.route().isPresent() && at < hits.size()) {
        line.callsProperty().set(hits.get(at));
        at++;
      }
    }
  }

  /** Adds a route that answers at once, below the chosen one. */
  void add() {
    insert(
        Tree.Fields.NONE
            .with(PATH, free("/my-route", ""))
            .with("body", TEXT.get("mocks.new.body")));
  }

  /** Adds a route that shows what routes can do. */
  void addExample() {
    insert(
        Tree.Fields.NONE
            .with(PATH, free("/hello", "/{name}"))
            .with("headers", Tree.texts(List.of("X-Mock: hello")))
            .with("body", TEXT.get("mocks.example.body")));
  }

  private String free(String begin, String end) {
    Set<String> used = lines.stream().map(MockLine::path).collect(Collectors.toSet());
    String path = begin + end;
    for (int i = 2; used.contains(path); i++) {
      path = begin + "-" + i + end;
    }
    return path;
  }

  private void insert(Tree.Fields route) {
    MockLine line = new MockLine(route);
    lines.add(lines.indexOf(chosen.get()) + 1, line);
    chosen.set(line);
  }

  /** Puts the same once more below the chosen one. */
  void duplicate() {
    Optional.ofNullable(chosen.get()).ifPresent(line -> insert(line.typed()));
  }

  /** Takes the chosen one out; the next one is chosen. */
  void remove() {
    int at = lines.indexOf(chosen.get());
    if (at < 0) {
      return;
    }
    taken = lines.remove(at);
    takenFrom = at;
    chosen.set(lines.isEmpty() ? null : lines.get(Math.min(at, lines.size() - 1)));
    news.set(TEXT.get("mocks.deleted", taken.method(), taken.path()));
  }

  /** Puts back what was taken out last. */
  void putBack() {
    MockLine line = taken;
    if (line != null) {
      taken = null;
      news.set("");
      lines.add(Math.min(takenFrom, lines.size()), line);
      chosen.set(line);
    }
  }

  /** Whether the chosen one can go up, or down, by that many. */
  boolean canMove(int by) {
    int from = lines.indexOf(chosen.get());
    return from >= 0 && from + by >= 0 && from + by < lines.size();
  }

  /** Moves the chosen one: the first that fits answers. */
  void move(int by) {
    MockLine line = chosen.get();
    if (line != null && canMove(by)) {
      List<MockLine> all = new ArrayList<>(lines);
      int from = all.indexOf(line);
      all.add(from + by, all.remove(from));
      lines.setAll(all);
      chosen.set(line);
    }
  }

  @Override
  public void close() {
    drafts.book().removeListener(counted);
    pulse.close();
  }
}
