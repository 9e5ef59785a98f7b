package org.wirebench.tool.http.view;

import java.time.Instant;
import java.util.Locale;
import java.util.function.BiPredicate;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Tip;
import org.wirebench.tool.http.service.cookie.Cookie;

/** A part of a cookie, which becomes a field while it is edited. */
final class CookieCell extends TableCell<Cookie, String> {
  private static final Messages TEXT = Messages.of(CookieCell.class);

  private static final String HIDDEN = "••••••";

  private final CookieEdits.Part part;
  private final ObservableBooleanValue revealing;
  private final BiPredicate<Cookie, String> take;
  private final Runnable given;
  private final TextField field = new TextField();

  /**
   * @param take takes what was typed; false when it cannot be used
   * @param given is run when the user gives up
   */
  CookieCell(
      CookieEdits.Part part,
      ObservableBooleanValue revealing,
      BiPredicate<Cookie, String> take,
      Runnable given) {
    this.part = part;
    this.revealing = revealing;
    this.take = take;
    this.given = given;
    getStyleClass().add("cookie-" + part.name().toLowerCase(Locale.ROOT));
    Tip whole = new Tip();
    whole.textProperty().bind(textProperty());
    tooltipProperty()
        .bind(Bindings.when(textTruncatedProperty()).then(whole).otherwise((Tip) null));
    field.setOnAction(_ -> commit());
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            cancelEdit();
          }
        });
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused && isEditing() && !commit()) {
                cancelEdit();
              }
            });
  }

  private boolean commit() {
    Cookie cookie = getTableRow().getItem();
    String typed = field.getText();
    if (cookie == null || typed.equals(getItem())) {
      cancelEdit();
      return true;
    }
    if (!take.test(cookie, typed)) {
      return false;
    }
    super.cancelEdit();
    show();
    getTableView().requestFocus();
    return true;
  }

  @Override
  public void startEdit() {
    super.startEdit();
    if (isEditing()) {
      field.setText(getItem());
      setText(null);
      setGraphic(field);
      field.selectAll();
      field.requestFocus();
    }
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    given.run();
    show();
    getTableView().requestFocus();
  }

  @Override
  protected void updateItem(@Nullable String item, boolean empty) {
    super.updateItem(item, empty);
    if (!isEditing()) {
      show();
    }
  }

  private void show() {
    String item = isEmpty() ? null : getItem();
    setGraphic(null);
    setText(item == null ? null : shown(item));
  }

  private String shown(String item) {
    return switch (part) {
      case DOMAIN, PATH, NAME -> item;
      case VALUE -> item.isEmpty() || revealing.get() ? item : HIDDEN;
      case EXPIRES ->
          item.isEmpty() ? TEXT.get("cookies.session") : CookieEdits.date(Instant.parse(item));
    };
  }
}
