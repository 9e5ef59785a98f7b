package org.wirebench.tool.http.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.ProblemLabel;
import org.wirebench.tool.http.lab.MockTemplate;

/** The body of an answer, with the places that a call fills to choose from. */
final class MockBody extends VBox {
  private static final Messages TEXT = Messages.of(MockBody.class);
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
  private static final int ROWS = 5;

  private final FormModel form;
  private final TextArea area = new TextArea();
  private final StringProperty problem = new SimpleStringProperty(this, "problem", "");

  MockBody(FormModel form) {
    this.form = form;
    getStyleClass().addAll("form-field", "mock-body");
    area.textProperty().bindBidirectional(form.text("body"));
    area.getStyleClass().add("mono");
    area.setPrefRowCount(ROWS);
    area.setPromptText(TEXT.get("mocks.body.prompt"));
    area.setId("mock-body");
    Describe.control(area, TEXT.get("mocks.body.help"));
    VBox.setVgrow(area, Priority.ALWAYS);
    Label name = new Label(TEXT.get("mocks.body"));
    name.getStyleClass().add("field-label");
    name.setLabelFor(area);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(name, space, places());
    head.setAlignment(Pos.CENTER_LEFT);
    ProblemLabel reason = new ProblemLabel();
    getChildren().addAll(head, area, reason);
    problem.addListener(
        (_, _, now) -> {
          area.pseudoClassStateChanged(DANGER, !now.isEmpty());
          area.setAccessibleText(TEXT.get("mocks.body.help") + " " + now);
          reason.show(now);
        });
  }

  /** Why the body cannot be used as it is typed; empty while it can. */
  StringProperty problemProperty() {
    return problem;
  }

  private MenuButton places() {
    MenuButton menu = new MenuButton(TEXT.get("mocks.insert"), Describe.icon(Feather.PLUS));
    Describe.control(menu, TEXT.get("mocks.insert.help"));
    menu.getStyleClass().addAll("small", "flat");
    menu.setId("mock-insert");
    menu.setOnShowing(_ -> menu.getItems().setAll(items()));
    // A menu that has nothing in it yet does not open.
    menu.getItems().setAll(items());
    return menu;
  }

  private List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    for (String name : MockTemplate.pathNames(form.text("path").get())) {
      items.add(item("path." + name, TEXT.get("mocks.place.path", name)));
    }
    items.add(item("query.name", TEXT.get("mocks.place.query")));
    items.add(item("header.Accept", TEXT.get("mocks.place.header")));
    items.add(item("body", TEXT.get("mocks.place.body")));
    items.add(item("counter", TEXT.get("mocks.place.counter")));
    items.add(item("time", TEXT.get("mocks.place.time")));
    items.add(item("uuid", TEXT.get("mocks.place.uuid")));
    items.add(item("random", TEXT.get("mocks.place.random")));
    return items;
  }

  private MenuItem item(String place, String about) {
    String text = "${" + place + "}";
    MenuItem item = new MenuItem(TEXT.get("mocks.place", text, about));
    item.setMnemonicParsing(false);
    item.setOnAction(
        _ -> {
          area.replaceSelection(text);
          area.requestFocus();
        });
    return item;
  }
}
