package org.wirebench.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.collections.FXCollections;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Mark;
import org.wirebench.core.workspace.Measures;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;

/**
 * What is typed into the settings: each field is set as soon as it holds, whatever is wrong with
 * others. Knows nothing of the screen.
 */
final class SettingsForm {
  static final String VARIABLES = "variables";
  static final String NAME = "name";
  static final String VALUE = "value";

  private static final Messages TEXT = Messages.of(SettingsForm.class);
  private static final String PATH = "settings.";
  private static final List<String> PROXY = List.of("proxy", "proxyAddress", "proxyUser");

  private final Consumer<Settings> set;
  private final ReadOnlyListWrapper<Problem> problems =
      new ReadOnlyListWrapper<>(this, "problems", FXCollections.observableArrayList());
  private final List<Problem> wrongVariables = new ArrayList<>();
  private Settings held;
  private Tree.Fields typed;
  private String password;

  /**
   * @param set is called with all settings whenever something that is typed holds and is new
   */
  SettingsForm(Settings now, Consumer<Settings> set) {
    this.set = set;
    this.held = now;
    this.typed = now.write();
    this.password =
        switch (now.proxy()) {
          case ProxySettings.None _ -> "";
          case ProxySettings.HttpConnect http -> http.password();
          case ProxySettings.Socks5 socks -> socks.password();
        };
  }

  /** What is wrong with what is typed. */
  ReadOnlyListProperty<Problem> problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  /** The text of a field as it is typed, or as its default is. */
  String text(String field) {
    return typed.text(field).orElseGet(() -> defaults().getOrDefault(field, ""));
  }

  private static Map<String, String> defaults() {
    Settings settings = Settings.DEFAULT;
    return Map.of(
        "theme",
        "system",
        "fontPercent",
        Integer.toString(settings.fontPercent()),
        "wireMemory",
        Measures.text(settings.wire().heapBytes()),
        "wireDisk",
        Measures.text(settings.wire().diskBytes()),
        "proxy",
        "none",
        "connectTimeout",
        Measures.text(settings.connectTimeout()),
        "replyTimeout",
        Measures.text(settings.replyTimeout()));
  }

  /** Whether what is typed says just these colours and this size, in whatever way. */
  boolean says(Settings now) {
    return mended(new ArrayList<>()) instanceof Bound.Ok<Settings>(Settings said)
        && said.theme() == now.theme()
        && said.fontPercent() == now.fontPercent();
  }

  String password() {
    return password;
  }

  /** Something was typed into a field. */
  void type(String field, String text) {
    Tree.Fields now = text.isEmpty() ? typed.without(field) : typed.with(field, text);
    if (!now.equals(typed)) {
      typed = now;
      apply();
    }
  }

  /** The variables that hold, each with a {@code name} and a {@code value}. */
  Tree.Items variables() {
    List<Tree> rows = new ArrayList<>();
    held.variables()
        .values()
        .forEach((name, value) -> rows.add(Tree.Fields.NONE.with(NAME, name).with(VALUE, value)));
    return Tree.items(rows);
  }

  /** The variables were edited: rows as those of {@link #variables()}. One by one they hold. */
  void typeVariables(Tree.Items rows) {
    wrongVariables.clear();
    Tree.Fields well = Tree.Fields.NONE;
    for (int i = 0; i < rows.items().size(); i++) {
      String name = text(rows.items().get(i), NAME).strip();
      String value = text(rows.items().get(i), VALUE);
      if (!name.isEmpty() || !value.isEmpty()) {
        String wrong = wrong(name, well);
        if (wrong.isEmpty()) {
          well = well.with(name, value);
        } else {
          String path = PATH + VARIABLES + "[" + i + "]." + NAME;
          wrongVariables.add(new Problem(path, wrong, Mark.NONE));
        }
      }
    }
    typed = well.names().isEmpty() ? typed.without(VARIABLES) : typed.with(VARIABLES, well);
    apply();
  }

  private static String text(Tree row, String field) {
    return row instanceof Tree.Fields fields ? fields.text(field).orElse("") : "";
  }

  private static String wrong(String name, Tree.Fields before) {
    if (!Variables.isName(name)) {
      return TEXT.get("variables.name");
    }
    return before.get(name).isPresent() ? TEXT.get("variables.twice", name) : "";
  }

  /** The password of the proxy; it is kept until the program ends, and never saved. */
  void typePassword(String text) {
    password = text;
    apply();
  }

  private void apply() {
    List<Problem> wrong = new ArrayList<>(wrongVariables);
    Bound<Settings> mended = mended(wrong);
    problems.setAll(wrong);
    if (mended instanceof Bound.Ok<Settings>(Settings settings)) {
      Settings now = settings.withProxy(withPassword(settings.proxy()));
      if (!now.equals(held)) {
        held = now;
        set.accept(now);
      }
    }
  }

  /** What is typed; where there is no proxy, its fields mean nothing. */
  private Tree.Fields meant() {
    boolean none = text("proxy").equals("none");
    return none ? typed.without("proxyAddress").without("proxyUser") : typed;
  }

  /**
   * What is typed, with what holds in place of what is wrong; a proxy is right or wrong as a whole.
   * First each field is looked at, and when all are well, how they go together.
   *
   * @param wrong takes what is wrong
   */
  private Bound<Settings> mended(List<Problem> wrong) {
    Tree.Fields fields = meant();
    for (int look = 0; look < 2; look++) {
      List<Problem> found = Settings.bind(fields).found();
      wrong.addAll(found);
      for (Problem problem : found) {
        fields = withHeld(fields, problem.path().substring(PATH.length()));
      }
    }
    return Settings.bind(fields);
  }

  private Tree.Fields withHeld(Tree.Fields fields, String wrong) {
    Tree.Fields before = held.write();
    Tree.Fields mended = fields;
    for (String field : PROXY.contains(wrong) ? PROXY : List.of(wrong)) {
      Optional<String> text = before.text(field);
      mended = text.isPresent() ? mended.with(field, text.get()) : mended.without(field);
    }
    return mended;
  }

  private ProxySettings withPassword(ProxySettings proxy) {
    return switch (proxy) {
      case ProxySettings.None none -> none;
      case ProxySettings.HttpConnect http ->
          new ProxySettings.HttpConnect(http.server(), http.user(), password);
      case ProxySettings.Socks5 socks ->
          new ProxySettings.Socks5(socks.server(), socks.user(), password);
    };
  }
}
