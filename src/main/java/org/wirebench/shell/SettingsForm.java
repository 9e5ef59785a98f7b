package org.wirebench.shell;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.collections.FXCollections;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Measures;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;

/** What is typed into the settings: set as soon as all of it holds. Knows nothing of the screen. */
final class SettingsForm {
  private final Consumer<Settings> set;
  private final ReadOnlyListWrapper<Problem> problems =
      new ReadOnlyListWrapper<>(this, "problems", FXCollections.observableArrayList());
  private Tree.Fields typed;
  private String password;

  /**
   * @param set is called with all settings whenever what is typed holds and is new
   */
  SettingsForm(Settings now, Consumer<Settings> set) {
    this.set = set;
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
    return Settings.bind(typed) instanceof Bound.Ok<Settings>(Settings said)
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

  /** The password of the proxy; it is kept until the program ends, and never saved. */
  void typePassword(String text) {
    password = text;
    apply();
  }

  private void apply() {
    switch (Settings.bind(typed)) {
      case Bound.Ok<Settings>(Settings settings) -> {
        problems.setAll(List.of());
        set.accept(settings.withProxy(withPassword(settings.proxy())));
      }
      case Bound.Bad<Settings>(List<Problem> wrong) -> problems.setAll(wrong);
    }
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
