package org.wirebench.fx.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.fx.Png;
import org.wirebench.testkit.Fx;

/** Tables, pictures and pages. */
@Timeout(60)
class DocumentContentTest {
  private static final String PEOPLE =
      "[{\"name\":\"Zoe\",\"age\":9},{\"name\":\"Ann,"
          + " B\",\"age\":31},{\"name\":\"Max\",\"age\":100}]";

  @RegisterExtension private final ShownDocument shown = new ShownDocument();

  @SuppressWarnings("unchecked") // A table of the pane has its row numbers as items.
  private TableView<Long> table() {
    return Fx.call(() -> (TableView<Long>) shown.pane().lookup("#document-table"));
  }

  private List<String> column(int index) {
    return Fx.call(
        () ->
            table().getItems().stream()
                .map(row -> String.valueOf(table().getColumns().get(index).getCellData(row)))
                .toList());
  }

  private void showTable() {
    shown.show("application/json", PEOPLE);
    shown.untilViews("[Formatted] Table Text Hex");
    shown.click("#document-view-table");
    shown.untilLabel("#document-facts", "3 rows");
  }

  @Test
  void anArrayOfObjectsIsATableThatCanBeSorted() {
    showTable();
    assertThat(Fx.call(() -> table().getColumns().stream().map(TableColumn::getText).toList()))
        .containsExactly("name", "age");
    assertThat(column(0)).containsExactly("Zoe", "Ann, B", "Max");

    Fx.run(() -> table().getSortOrder().add(table().getColumns().getFirst()));
    await().untilAsserted(() -> assertThat(column(0)).containsExactly("Ann, B", "Max", "Zoe"));
    Fx.run(
        () -> {
          table().getColumns().get(1).setSortType(TableColumn.SortType.DESCENDING);
          table().getSortOrder().setAll(List.of(table().getColumns().get(1)));
        });
    await().untilAsserted(() -> assertThat(column(1)).containsExactly("100", "31", "9"));
    Fx.run(() -> table().getSortOrder().clear());
    await().untilAsserted(() -> assertThat(column(0)).containsExactly("Zoe", "Ann, B", "Max"));
  }

  @Test
  void aTableIsCopiedAsCsv() {
    showTable();
    shown.robot().clickOn("Max");
    shown.robot().push(KeyCode.CONTROL, KeyCode.C);
    shown.untilTold("Copied");
    assertThat(shown.clipboard()).isEqualTo("name,age\r\nZoe,9\r\n\"Ann, B\",31\r\nMax,100\r\n");
  }

  private static byte[] picture() {
    return Fx.call(
        () -> {
          WritableImage image = new WritableImage(20, 10);
          image.getPixelWriter().setColor(3, 4, Color.RED);
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          Png.write(image, out);
          return out.toByteArray();
        });
  }

  @Test
  void aPictureIsShownWithItsSize() {
    shown.show("text/plain", picture());
    shown.untilViews("[Image] Text Hex");
    shown.untilLabel("#document-facts", "PNG, 20 × 10 pixels");
    ImageView view =
        Fx.call(() -> (ImageView) shown.pane().lookup(".image-ground").lookup(".image-view"));
    assertThat(Fx.call(() -> view.getImage().getPixelReader().getColor(3, 4))).isEqualTo(Color.RED);
  }

  @Test
  void aPictureIsCopiedAsAPicture() {
    shown.show("image/png", picture());
    shown.untilLabel("#document-facts", "PNG, 20 × 10 pixels");
    shown.click("#document-view-hex");
    shown.untilViews("Image Text [Hex]");
    shown.click("#document-view-image");
    shown.untilViews("[Image] Text Hex");
    shown.act("Copy all");
    shown.untilTold("Copied the picture");
    assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getImage().getWidth())).isEqualTo(20);
  }

  @Test
  void aPictureThatIsNotShownIsNotCopied() {
    shown.show("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0});
    shown.untilText("The picture is damaged");
    shown.act("Copy all");
    shown.untilTold("There is nothing to copy");
  }

  @Test
  void aPictureThatWouldUnpackToTooMuchIsRefused() {
    byte[] bomb = picture();
    // Its width and height, which a decoder would take memory for.
    bomb[16] = 0x7f;
    bomb[20] = 0x7f;
    shown.show("image/png", bomb);
    shown.untilText("The picture would have .* pixels; at most 24,000,000 are unpacked");
    shown.click("#document-view-hex");
    await().untilAsserted(() -> assertThat(shown.rows().getFirst()).contains("89 50 4e 47"));
  }

  @Test
  void aPictureOfVeryManyFramesIsRefused() throws IOException {
    ByteArrayOutputStream gif = new ByteArrayOutputStream();
    gif.writeBytes("GIF89a\u00ff\u000f\u00ff\u000f\0\0\0".getBytes(ISO_8859_1));
    for (int i = 0; i < 100; i++) {
      gif.writeBytes(",\0\0\0\0\u00ff\u000f\u00ff\u000f\0\2\1\0\0".getBytes(ISO_8859_1));
    }
    gif.write(';');
    shown.show("image/gif", gif.toByteArray());
    shown.untilText("The picture would have 1,676,902,500 pixels");
    shown.untilLabel("#document-facts", "GIF, 4095 × 4095 pixels, 100 frames");
  }

  @Test
  void aPictureThatEndsEarlyIsCalledDamaged() {
    shown.show("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0});
    shown.untilText("The picture is damaged");
  }

  private String page() {
    return Fx.call(
        () -> {
          ListView<?> list =
              (ListView<?>) shown.pane().lookup("#document-page").lookup(".list-view");
          return String.join(
              "\n", list.getItems().stream().map(one -> ((PageBlock) one).text()).toList());
        });
  }

  @Test
  void aPageIsReadAndNothingInItIsRunOrLoaded() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      String at = "http://127.0.0.1:" + server.getLocalPort();
      shown.show(
          "text/html",
          """
          <!doctype html><html><head><link rel=stylesheet href='AT/a.css'>
          <style>@import 'AT/b.css'; body { background: url(AT/c.png) }</style>
          <meta http-equiv=refresh content='0;url=AT/d'><base href='AT/'>
          <script src='AT/e.js'></script></head>
          <body background='AT/f.png' onload="fetch('AT/g')">
          <h1>Title</h1><p>Some <b>bold</b> text and a <a href='AT/h'>link</a>
          <img src='AT/i.png' alt='whale' onerror="fetch('AT/j')">
          <iframe src='AT/k'>in</iframe><video src='AT/l' poster='AT/m'></video>
          <object data='AT/n'></object><ul><li>one<li>two</ul>
          <script>document.write('<p>run</p>')</script></body></html>
          """
              .replace("AT", at));
      shown.untilViews("[Formatted] Page Text Hex");
      shown.click("#document-view-page");
      await()
          .untilAsserted(
              () ->
                  assertThat(page())
                      .isEqualTo("Title\nSome bold text and a link [Image: whale] \n• one\n• two"));
      await().until(() -> Fx.call(() -> !texts("link").isEmpty()));
      shown.robot().clickOn(Fx.call(() -> texts("link").getFirst()));
      assertThat(shown.clipboard()).isEqualTo(at + "/h");
      server.setSoTimeout(300);
      Assertions.assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  private List<Node> texts(String text) {
    return shown.pane().lookupAll(".page-text").stream()
        .filter(node -> node instanceof Text one && one.getText().equals(text))
        .toList();
  }

  @Test
  void aPageOfVeryDeepElementsIsRead() {
    shown.show("text/html", "<div>".repeat(100_000) + "deep <i>inside");
    shown.untilViews("[Formatted] Page Text Hex");
    shown.click("#document-view-page");
    await().untilAsserted(() -> assertThat(page()).contains("inside"));
  }

  @Test
  void htmlThatIsLongIsCutAndSaysSo() {
    shown.show("text/html", "<p>" + "word ".repeat(300_000) + "</p>");
    shown.untilViews("[Formatted] Page Text Hex");
    shown.click("#document-view-page");
    shown.untilText("Only the beginning of the page is shown");
    assertThat(page().getBytes(UTF_8).length).isGreaterThan(1_000_000);
  }
}
