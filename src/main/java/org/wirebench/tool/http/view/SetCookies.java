package org.wirebench.tool.http.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;
import org.wirebench.tool.http.service.cookie.Cookie;
import org.wirebench.tool.http.service.cookie.CookieDecision;
import org.wirebench.tool.http.service.cookie.CookieDecision.Verdict;
import org.wirebench.tool.http.service.cookie.SameSite;

/** What an answer set, and what was done with it. */
final class SetCookies extends VBox {
  private static final Messages TEXT = Messages.of(SetCookies.class);
  private static final int LONGEST = 200;

  /** More rows than anybody reads would hold up the window. */
  private static final int MOST = 200;

  private List<CookieDecision> shown = List.of();
  private boolean reveals;

  SetCookies() {
    getStyleClass().add("set-cookies");
    setId("set-cookies");
    setSpacing(8);
    fill();
  }

  void show(List<CookieDecision> decisions) {
    if (!decisions.equals(shown)) {
      shown = List.copyOf(decisions);
      fill();
    }
  }

  /** Shows values, or does not. */
  void reveal(boolean values) {
    reveals = values;
    fill();
  }

  private void fill() {
    getChildren().clear();
    if (shown.isEmpty()) {
      Label none = new Label(TEXT.get("cookies.none"));
      none.getStyleClass().add("muted");
      none.setWrapText(true);
      getChildren().add(none);
    }
    shown.stream().limit(MOST).forEach(one -> getChildren().add(row(one)));
    if (shown.size() > MOST) {
      Label more = new Label(TEXT.get("headers.more", shown.size() - MOST));
      more.getStyleClass().add("muted");
      getChildren().add(more);
    }
  }

  private VBox row(CookieDecision decision) {
    Label verdict = new Label(TEXT.get(decision.verdict()));
    verdict.setGraphic(
        Describe.icon(
            switch (decision.verdict()) {
              case KEPT -> Feather.CHECK;
              case REMOVED -> Feather.MINUS_CIRCLE;
              case REFUSED -> Feather.X_CIRCLE;
            }));
    verdict.getStyleClass().addAll("verdict", style(decision.verdict()));
    verdict.setMinWidth(USE_PREF_SIZE);
    Label pair = pair(decision);
    HBox line = new HBox(8, verdict, pair);
    line.setAlignment(Pos.BASELINE_LEFT);
    HBox.setHgrow(pair, Priority.ALWAYS);
    VBox row = new VBox(line);
    decision.cookie().ifPresent(cookie -> row.getChildren().add(attributes(cookie)));
    if (!decision.reason().isEmpty()) {
      Label reason = new Label(decision.reason());
      reason.setWrapText(true);
      reason.setMinHeight(USE_PREF_SIZE);
      reason.getStyleClass().add("cookie-more");
      row.getChildren().add(reason);
    }
    return row;
  }

  private static String style(Verdict verdict) {
    return verdict == Verdict.REFUSED ? "refused" : "muted";
  }

  private Label pair(CookieDecision decision) {
    Optional<Cookie> cookie = decision.cookie();
    String name = cookie.map(Cookie::name).orElse(decision.sent().split("[=;]", 2)[0]);
    String value = cookie.map(Cookie::value).orElse("");
    String end = value.isEmpty() ? "" : reveals ? value : "••••••";
    Label pair = new Label(Escapes.display(name + "=" + end, LONGEST));
    pair.getStyleClass().add("mono");
    pair.setWrapText(true);
    return pair;
  }

  private static Label attributes(Cookie cookie) {
    List<String> all = new ArrayList<>();
    all.add(CookieEdits.text(cookie, CookieEdits.Part.DOMAIN) + cookie.path());
    all.add(
        cookie
            .expires()
            .map(end -> TEXT.get("cookies.until", CookieEdits.date(end)))
            .orElseGet(() -> TEXT.get("cookies.session")));
    if (cookie.secure()) {
      all.add(TEXT.get("cookies.secure"));
    }
    if (cookie.httpOnly()) {
      all.add(TEXT.get("cookies.httpOnly"));
    }
    if (cookie.sameSite() != SameSite.UNSAID) {
      all.add(TEXT.get("cookies.sameSite", TEXT.get(cookie.sameSite())));
    }
    Label label = new Label(Escapes.display(String.join(" · ", all), LONGEST));
    label.getStyleClass().addAll("secondary", "cookie-more");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
