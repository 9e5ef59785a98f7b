package org.wirebench.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.settings.ThemeChoice;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Problem;
import org.wirebench.fx.FormField;
import org.wirebench.fx.Problems;
import org.wirebench.fx.SteadyChoice;

/** The tab of the settings. What is typed is checked at its field and holds at once. */
final class SettingsPage extends StillPage {
  private static final Messages TEXT = Messages.of(SettingsPage.class);
  private static final String PATH = "settings.";

  private final SettingsForm form;
  private final Problems problems;
  private final Label rest = new Label();
  private final ChoiceBox<String> theme;
  private final TextField fontPercent;
  private final ChangeListener<Settings> follower = (_, _, now) -> follow(now);

  SettingsPage(Desk desk, Entry entry) {
    super(entry, TEXT.get("settings.title"));
    form = new SettingsForm(desk.settings().getValue(), desk::set);
    problems = new Problems(rest.textProperty());
    Label heading = new Label(TEXT.get("settings.title"));
    heading.getStyleClass().add("title");
    theme = choice("theme", choices(ThemeChoice.values()));
    fontPercent = text("fontPercent");
    rest.getStyleClass().add("field-problem");
    rest.managedProperty().bind(rest.textProperty().isNotEmpty());
    page()
        .getChildren()
        .addAll(
            heading,
            section(
                "settings.look",
                field("theme", TEXT.get("field.theme"), TEXT.get("help.theme"), theme),
                field(
                    "fontPercent",
                    TEXT.get("field.fontPercent"),
                    TEXT.get("help.fontPercent"),
                    fontPercent)),
            section(
                "settings.wire",
                field(
                    "wireMemory",
                    TEXT.get("field.wireMemory"),
                    TEXT.get("help.wireMemory"),
                    text("wireMemory")),
                field(
                    "wireDisk",
                    TEXT.get("field.wireDisk"),
                    TEXT.get("help.wireDisk"),
                    text("wireDisk"))),
            section(
                "settings.time",
                field(
                    "connectTimeout",
                    TEXT.get("field.connectTimeout"),
                    TEXT.get("help.connectTimeout"),
                    text("connectTimeout")),
                field(
                    "replyTimeout",
                    TEXT.get("field.replyTimeout"),
                    TEXT.get("help.replyTimeout"),
                    text("replyTimeout"))),
            proxySection(),
            new VariablesSection(form, desk.parts().given()),
            rest,
            where(desk));
    form.problemsProperty().addListener((_, _, now) -> show(now));
    desk.settings().addListener(new WeakChangeListener<>(follower));
    show(form.problemsProperty());
  }

  /** What is wrong with a variable stands in its row. */
  private void show(List<Problem> now) {
    String variables = PATH + SettingsForm.VARIABLES;
    problems.show(now.stream().filter(one -> !Problems.isBelow(variables, one.path())).toList());
  }

  /** The palette and the keys change colours and size too. */
  private void follow(Settings now) {
    if (!form.says(now)) {
      theme.setValue(now.theme().name().toLowerCase(Locale.ROOT));
      fontPercent.setText(Integer.toString(now.fontPercent()));
    }
  }

  private Node proxySection() {
    ChoiceBox<String> kind = choice("proxy", choices(Settings.ProxyKind.values()));
    PasswordField password = new PasswordField();
    password.setText(form.password());
    password.textProperty().addListener((_, _, now) -> form.typePassword(now));
    FormField<Control> address =
        field(
            "proxyAddress",
            TEXT.get("field.proxyAddress"),
            TEXT.get("help.proxyAddress"),
            text("proxyAddress"));
    FormField<Control> user =
        field(
            "proxyUser",
            TEXT.get("field.proxyUser"),
            TEXT.get("help.proxyUser"),
            text("proxyUser"));
    FormField<Control> secret =
        field(
            "proxyPassword",
            TEXT.get("field.proxyPassword"),
            TEXT.get("help.proxyPassword"),
            password);
    Label note = new Label(TEXT.get("note.proxyPassword"));
    note.getStyleClass().add("secondary");
    note.setWrapText(true);
    secret.getChildren().add(note);
    for (Node node : List.of(address, user, secret)) {
      node.disableProperty().bind(kind.valueProperty().isEqualTo("none"));
    }
    return section(
        "settings.proxy",
        field("proxy", TEXT.get("field.proxy"), TEXT.get("help.proxy"), kind),
        address,
        user,
        secret);
  }

  private static Node where(Desk desk) {
    Label file = new Label(TEXT.get("settings.file", desk.parts().settings().file()));
    file.getStyleClass().add("secondary");
    file.setWrapText(true);
    return file;
  }

  private static Node section(String key, Node... fields) {
    Label heading = new Label(TEXT.get(key));
    heading.getStyleClass().add("heading");
    FlowPane row = new FlowPane(fields);
    row.getStyleClass().add("settings-row");
    VBox section = new VBox(heading, row);
    section.getStyleClass().add("settings-section");
    return section;
  }

  private FormField<Control> field(String name, String label, String help, Control control) {
    FormField<Control> field = new FormField<>(label, help, control);
    field.getStyleClass().add("settings-field");
    control.setId("settings-" + name);
    problems.field(PATH + name, field.problemProperty());
    return field;
  }

  private TextField text(String name) {
    TextField field = new TextField(form.text(name));
    field.textProperty().addListener((_, _, now) -> form.type(name, now));
    return field;
  }

  /** What is typed for each constant, and what people call it. */
  private static Map<String, String> choices(Enum<?>... constants) {
    Map<String, String> titles = new LinkedHashMap<>();
    for (Enum<?> constant : constants) {
      titles.put(constant.name().toLowerCase(Locale.ROOT), TEXT.get(constant));
    }
    return titles;
  }

  private ChoiceBox<String> choice(String name, Map<String, String> titles) {
    ChoiceBox<String> box = new SteadyChoice<>(FXCollections.observableArrayList(titles.keySet()));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String value) {
            return value == null ? "" : titles.getOrDefault(value, value);
          }

          @Override
          public String fromString(String text) {
            return text;
          }
        });
    box.setValue(form.text(name));
    box.valueProperty().addListener((_, _, now) -> form.type(name, now));
    return box;
  }

  @Override
  public void focus() {
    theme.requestFocus();
  }
}
