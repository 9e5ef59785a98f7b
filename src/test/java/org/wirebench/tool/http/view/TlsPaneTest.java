package org.wirebench.tool.http.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.net.tls.Authority.Validity;
import org.wirebench.core.net.tls.Certificates;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.KeyValueTable;
import org.wirebench.fx.Waterfall;
import org.wirebench.testkit.Fx;

/** What the window says of TLS, against the lab. */
@Timeout(60)
class TlsPaneTest {
  private static Authority until(Duration left) {
    Instant now = Instant.now();
    return Authority.create("Test lab")
        .validFor(new Validity(now.minus(Duration.ofDays(1)), now.plus(left)));
  }

  private static TlsPane ask(HttpTab tab) {
    FxRobot robot = Fx.robot();
    tab.show(tab.request("http.https", "/get"));
    robot.type(KeyCode.ENTER);
    assertThat(tab.answer().head().orElseThrow().status()).isEqualTo(200);
    Fx.run(() -> tab.view().response().show("TLS"));
    TlsPane pane = tab.part(TlsPane.class);
    Fx.until(() -> !pane.lookupAll(".copyable").isEmpty());
    return pane;
  }

  private static List<String> warnings(TlsPane pane) {
    return Fx.call(
        () ->
            pane.lookupAll(".http-warning").stream()
                .filter(Node::isVisible)
                .map(node -> ((Label) node).getText())
                .toList());
  }

  /** The rows below each heading, and those above the first, by their names. */
  private static List<Map<String, String>> parts(TlsPane pane) {
    return Fx.call(() -> parts(((KeyValueTable) pane.lookup(".key-value-table")).getChildren()));
  }

  private static List<Map<String, String>> parts(List<Node> cells) {
    List<Map<String, String>> parts = new ArrayList<>(List.of(new LinkedHashMap<>()));
    String name = "";
    for (Node cell : cells) {
      if (cell.getStyleClass().contains("key-value-heading")) {
        parts.add(new LinkedHashMap<>());
      } else if (cell instanceof Label label) {
        name = label.getText();
      } else {
        parts.getLast().put(name, ((TextField) cell).getText());
      }
    }
    return parts;
  }

  @Nested
  class OfALongCertificate {
    private final Authority authority = until(Duration.ofDays(200));
    private final Identity identity = authority.localServer("na\u0007me.example");
    @RegisterExtension private final HttpTab tab = new HttpTab(identity);

    @Test
    void allIsShownAndNothingWarnedOf() {
      TlsPane pane = ask(tab);

      assertThat(warnings(pane)).isEmpty();
      List<Map<String, String>> parts = parts(pane);
      assertThat(parts).hasSize(3);
      assertThat(parts.getFirst())
          .containsEntry("Version", "TLSv1.3")
          .containsEntry("ALPN", "h2")
          .hasEntrySatisfying("Cipher suite", cipher -> assertThat(cipher).startsWith("TLS_"))
          .containsEntry("Session", "new");
      Map<String, String> own = parts.get(1);
      assertThat(own)
          .hasEntrySatisfying("Subject", name -> assertThat(name).isEqualTo("CN=localhost"))
          .hasEntrySatisfying("Issuer", name -> assertThat(name).isEqualTo("CN=Test lab"))
          .containsEntry("Key", "EC 256 bit")
          .containsEntry("SHA-256 fingerprint", Certificates.sha256(identity.certificate()))
          .containsEntry("Serial number", identity.certificate().getSerialNumber().toString(16))
          .hasEntrySatisfying("Valid from", date -> assertThat(date).isNotBlank())
          .hasEntrySatisfying("Valid until", date -> assertThat(date).isNotBlank());
      assertThat(own.get("Names")).contains("localhost", "127.0.0.1").contains("na\\x07me.example");
      assertThat(parts.getLast())
          .containsEntry("Subject", "CN=Test lab")
          .containsEntry("SHA-256 fingerprint", Certificates.sha256(authority.certificate()));
    }
  }

  @Nested
  class OfOneThatEndsSoon {
    @RegisterExtension
    private final HttpTab tab = new HttpTab(until(Duration.ofDays(10).plusHours(1)).localServer());

    @Test
    void isWarnedOf() {
      assertThat(warnings(ask(tab)))
          .singleElement()
          .satisfies(words -> assertThat(words).contains("in 10 days"));
    }
  }

  @Nested
  class OfAnIntermediateThatEndsSoon {
    private final Instant now = Instant.now();

    @RegisterExtension
    private final HttpTab tab =
        new HttpTab(
            Authority.create("Test lab")
                .intermediate(
                    "Test intermediate",
                    new Validity(
                        now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(10).plusHours(1))))
                .localServer());

    @Test
    void isWarnedOf() {
      assertThat(warnings(ask(tab)))
          .singleElement()
          .satisfies(words -> assertThat(words).contains("in 10 days", "CN=Test intermediate"));
    }
  }

  @Nested
  class OfOneOfMoreThanThirtyDays {
    @RegisterExtension
    private final HttpTab tab = new HttpTab(until(Duration.ofDays(30).plusHours(1)).localServer());

    @Test
    void nothingIsWarnedOf() {
      assertThat(warnings(ask(tab))).isEmpty();
    }
  }

  /** Nobody vouches for the authority here. */
  @Nested
  class OfOneThatIsNotBelieved {
    private final Identity identity = until(Duration.ofDays(200)).localServer();
    @RegisterExtension private final HttpTab tab = new HttpTab(identity);

    @Test
    void theChainThatWasRefusedIsShownAndThePhasesOnce() {
      FxRobot robot = Fx.robot();
      tab.show(Tree.Fields.NONE.with("url", tab.address("http.https", "/get")));
      robot.type(KeyCode.ENTER);
      assertThat(tab.answer().failure()).isPresent();

      Fx.until(() -> robot.lookup((Waterfall one) -> isSeen(one)).queryAll().size() == 1);
      robot.clickOn(robot.lookup((Button one) -> isDismiss(one)).<Button>query());
      String why = tab.answer().failure().orElseThrow().cause();
      assertThat(why).isNotEmpty();
      assertThat(robot.lookup("No answer came. " + why).tryQuery()).isPresent();
      robot.clickOn("Show the certificates");
      TlsPane pane = tab.part(TlsPane.class);
      assertThat(warnings(pane))
          .singleElement()
          .satisfies(words -> assertThat(words).contains("nothing was sent"));
      List<Map<String, String>> parts = parts(pane);
      assertThat(parts.getFirst()).isEmpty();
      assertThat(parts.get(1))
          .containsEntry("SHA-256 fingerprint", Certificates.sha256(identity.certificate()));
      assertThat(Fx.call(pane::isVisible)).isTrue();
    }

    private static boolean isDismiss(Button one) {
      return "Dismiss".equals(one.getAccessibleText());
    }

    private static boolean isSeen(Waterfall one) {
      return one.isVisible() && one.getHeight() > 0 && one.getParent().isVisible();
    }
  }
}
