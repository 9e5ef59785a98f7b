package org.wirebench.fx.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.bytes.Arrivals;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.fx.LogView;
import org.wirebench.testkit.Fx;

/** A stream of events while it comes. */
@Timeout(60)
class EventViewTest {
  private static final String TYPE = "text/event-stream";

  @RegisterExtension private final ShownDocument shown = new ShownDocument();

  private static String event(int id) {
    return "id: " + id + "\nevent: tick\ndata: {\"id\":" + id + "}\n\n";
  }

  private static String row(int id) {
    return "tick       " + String.format("%-6s", id) + " {\"id\":" + id + "}";
  }

  private long end() {
    return Fx.call(() -> shown.pane().log().source().end());
  }

  private boolean follows() {
    return Fx.call(() -> shown.pane().log().followingProperty().get());
  }

  private List<String> data() {
    return Fx.call(
        () -> {
          LogView view = (LogView) shown.pane().lookup("#event-data");
          return view == null
              ? List.of()
              : String.valueOf(view.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                  .lines()
                  .map(String::strip)
                  .toList();
        });
  }

  @Test
  void eventsAreRowsAsTheyCome() {
    ByteStore body = shown.begin(TYPE, "retry: 1000\n\n");
    shown.untilViews("[Events] Text Hex");
    shown.untilLabel("#document-facts", "No events, retry after 1 s");
    shown.grow(body, event(1) + event(2) + "data: half");
    await().untilAsserted(() -> assertThat(end()).isEqualTo(2));
    shown.grow(body, "\n\n");
    shown.untilLabel("#document-facts", "3 events, retry after 1 s");
    assertThat(shown.rowAt(0).text()).isEqualTo(row(1));
    assertThat(shown.rowAt(2).text()).isEqualTo("message    2      half");
    Fx.run(shown.pane()::complete);
    shown.untilViews("[Events] Text Hex");
    assertThat(end()).isEqualTo(3);
  }

  @Test
  void theEndIsFollowedUntilSomebodyScrollsUp() {
    ByteStore body = shown.begin(TYPE, "");
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      many.append(event(i));
    }
    shown.grow(body, many.toString());
    await().until(() -> end() == 500);
    await().until(() -> String.join("\n", shown.rows()).contains(row(499)));
    assertThat(follows()).isTrue();
    shown.grow(body, event(500));
    await().until(() -> String.join("\n", shown.rows()).contains(row(500)));
    shown.focusRows();
    shown.robot().type(KeyCode.PAGE_UP);
    shown.robot().type(KeyCode.PAGE_UP);
    await().until(() -> !follows());
    long top = Fx.call(() -> shown.pane().log().topRow());
    shown.grow(body, event(501));
    await().until(() -> end() == 502);
    assertThat(Fx.call(() -> shown.pane().log().topRow())).isEqualTo(top);
  }

  @Test
  void theDataOfTheChosenEventIsSetOutAndCopied() {
    shown.show(TYPE, "data: {\"a\":[1]}\n\ndata: not json\ndata: two\n\n");
    await().until(() -> end() == 2);
    Fx.run(() -> shown.pane().log().select(0, 0, 0));
    await().untilAsserted(() -> assertThat(data()).containsExactly("{", "\"a\": [", "1", "]", "}"));
    Fx.run(() -> shown.pane().log().select(1, 0, 0));
    await().untilAsserted(() -> assertThat(data()).containsExactly("not json", "two"));
    shown.robot().clickOn(Fx.call(() -> shown.pane().lookup("#event-copy")));
    shown.untilTold("Copied 12 B");
    assertThat(shown.clipboard()).isEqualTo("not json\ntwo");
    shown.click("#event-hide");
    assertThat(data()).isEmpty();
    assertThat(Fx.call(() -> shown.pane().log().isFocused())).isTrue();
  }

  @Test
  void eventsAreSearched() {
    ByteStore body = shown.begin(TYPE, event(1) + event(22) + event(3));
    await().until(() -> end() == 3);
    shown.focusRows();
    shown.robot().push(KeyCode.SHORTCUT, KeyCode.F);
    shown.robot().write("22").type(KeyCode.ENTER);
    shown.untilText("1 of 2");
    await().until(() -> shown.row() == 1);
    shown.grow(body, event(22));
    shown.untilText("1 of 4");
  }

  @Test
  void theTimeOfEachIsThatWhenItCame() throws Exception {
    ByteStore body = shown.body(event(1).getBytes(UTF_8));
    try (Arrivals arrivals = new Arrivals(shown.stores(), java.time.Instant::now)) {
      arrivals.came(body.size());
      Document document =
          new Document(body, TYPE, Optional.empty(), "sse.txt", Optional.of(arrivals));
      Fx.run(
          () -> {
            shown.pane().show(document);
            shown.pane().complete();
          });
      await().until(() -> end() == 1);
      assertThat(shown.rowAt(0).gutter()).matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
      Fx.run(shown.pane()::clear);
    }
  }

  @Test
  void manyEventsChosenLeaveNothingBehind() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      many.append(event(i));
    }
    shown.show(TYPE, many.toString());
    await().until(() -> end() == 300);
    for (int i = 0; i < 300; i++) {
      int row = i;
      Fx.run(() -> shown.pane().log().select(row, 0, 0));
    }
    await().untilAsserted(() -> assertThat(data()).containsExactly("{", "\"id\": 299", "}"));
  }
}
