package org.wirebench.tool.http.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.FormField;
import org.wirebench.fx.code.CodeEditor;
import org.wirebench.testkit.Fx;
import org.wirebench.tool.http.service.Exchange;
import org.wirebench.tool.http.service.RawServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is typed in the form, and what the server then sees. */
@Timeout(120)
class SentFormTest {
  /** How long the robot waits after each letter: long texts are typed here. */
  private static final int AT_ONCE = 0;

  @RegisterExtension private final HttpTab tab = new HttpTab();
  private final FxRobot robot = Fx.robot();

  private void open(String page) {
    tab.show(Tree.Fields.NONE);
    robot.clickOn(page);
  }

  private Node page() {
    return tab.view().request().getSelectionModel().getSelectedItem().getContent();
  }

  /** Chooses by the mouse in the first choice of the page, or in the one of that name. */
  private void choose(String label, String title) {
    ChoiceBox<?> choice =
        (ChoiceBox<?>)
            (label.isEmpty() ? Fx.call(() -> page().lookup(".choice-box")) : control(label));
    robot.clickOn(choice);
    Fx.until(choice::isShowing);
    robot.clickOn(
        robot
            .lookup(".context-menu .label")
            .match((Label item) -> item.getText().equals(title))
            .<Label>query());
    Fx.until(() -> !choice.isShowing());
  }

  private Control control(String label) {
    return Fx.call(
        () ->
            page().lookupAll(".form-field").stream()
                .filter(
                    node ->
                        node.lookup(".field-label") instanceof Label name
                            && name.getText().equals(label))
                .map(node -> ((FormField<?>) node).control())
                .findFirst()
                .orElseThrow());
  }

  private void type(String label, String text) {
    reach(control(label));
    robot.push(KeyCode.SHORTCUT, KeyCode.A).write(text, AT_ONCE);
  }

  /** Goes there by the keyboard, as it may not be in sight. */
  private void reach(Control wanted) {
    for (int i = 0; i < 60 && !Fx.call(wanted::isFocused); i++) {
      if (Fx.call(() -> wanted.getScene().getFocusOwner()) instanceof CodeEditor) {
        robot.push(KeyCode.CONTROL, KeyCode.TAB);
      } else {
        robot.type(KeyCode.TAB);
      }
    }
    assertThat(Fx.call(wanted::isFocused)).isTrue();
  }

  /** Pastes the address and sends; the last answer. */
  private Exchange send(String address) {
    int before = Fx.call(() -> tab.model().runs().size());
    copy(address);
    robot.clickOn(tab.urlField()).push(KeyCode.SHORTCUT, KeyCode.A);
    robot.push(KeyCode.SHORTCUT, KeyCode.V);
    robot.type(KeyCode.ENTER);
    Fx.until(() -> tab.model().runs().size() == before + 1);
    return tab.answer();
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    boolean _ = Fx.call(() -> Clipboard.getSystemClipboard().setContent(content));
  }

  private JsonNode echo(String path) throws Exception {
    Exchange answer = send(tab.address("http.http", path));
    assertThat(answer.head().orElseThrow().status()).isEqualTo(200);
    return json(answer);
  }

  private static JsonNode json(Exchange answer) throws Exception {
    return JsonMapper.shared().readTree(new String(answer.body().read(0, 100_000), UTF_8));
  }

  @Test
  void whoAsksIsShownInEachWay() throws Exception {
    open("Auth");
    choose("", "Basic");
    type("User", "user");
    robot.type(KeyCode.TAB).write("secret", AT_ONCE);
    assertThat(echo("/basic-auth/user/secret").at("/user").asString()).isEqualTo("user");

    choose("", "Digest");
    type("User", "user");
    robot.type(KeyCode.TAB).write("secret", AT_ONCE);
    assertThat(echo("/digest-auth/auth/user/secret/SHA-256").at("/authenticated").asBoolean())
        .isTrue();
    assertThat(tab.exchanges()).isEqualTo(2);

    choose("", "Bearer token");
    type("Token", "t0ken");
    assertThat(echo("/bearer").at("/token").asString()).isEqualTo("t0ken");

    choose("", "None");
    JsonNode headers = echo("/anything").at("/headers");
    assertThat(headers.propertyNames()).contains("Host").doesNotContain("Authorization");

    choose("", "Basic");
    assertThat(tab.typed("auth.basic.user")).isEqualTo("user");
  }

  @Test
  void aKeyStandsInAHeaderOrInTheAddressAndIsNotWrittenInTheHistory() throws Exception {
    open("Auth");
    choose("", "API key");
    type("Name", "X-My-Key");
    type("Key", "k3y");
    assertThat(echo("/anything").at("/headers/X-My-Key").toString()).contains("k3y");

    choose("Place", "Parameter of the address");
    JsonNode seen = echo("/anything?a=b");
    assertThat(seen.at("/args/X-My-Key").toString()).contains("k3y");
    assertThat(seen.at("/args/a").toString()).contains("b");
    assertThat(seen.at("/headers").propertyNames()).doesNotContain("X-My-Key");
    Exchange sent = tab.answer();
    assertThat(sent.sent().url().toString()).contains("k3y");
    assertThat(Statuses.asked(sent)).contains("X-My-Key").doesNotContain("k3y");
  }

  @Test
  void aTokenIsFetchedAndARequestIsSigned() throws Exception {
    open("Auth");
    choose("", "OAuth 2.0");
    type("Token address", tab.address("http.http", "/oauth/token"));
    type("Client", "lab");
    robot.type(KeyCode.TAB).write("secret", AT_ONCE);
    JsonNode answer = echo("/bearer");
    assertThat(answer.at("/token").asString()).isNotBlank();
    assertThat(tab.exchanges()).isEqualTo(2);
    Fx.until(() -> robot.lookup(".hops .toggle-button").queryAll().size() == 2);
    assertThat(robot.lookup(".hops .toggle-button").queryAllAs(ToggleButton.class))
        .noneMatch(hop -> hop.getText().contains("secret"));

    choose("", "AWS signature");
    type("Access key", "AKID");
    robot.type(KeyCode.TAB).write("SECRET", AT_ONCE);
    type("Region", "eu-central-1");
    robot.type(KeyCode.TAB).write("execute-api", AT_ONCE);
    assertThat(echo("/anything?b=c").at("/headers/Authorization").toString())
        .contains("AWS4-HMAC-SHA256 Credential=AKID/")
        .contains("/eu-central-1/execute-api/aws4_request")
        .contains("Signature=")
        .doesNotContain("SECRET");
  }

  @Test
  void textsAreSentAsTheyAreTypedWithAnyMethod() throws Exception {
    open("Body");
    choose("", "JSON");
    typeIn(0, "[\"\u00e4\"]");
    JsonNode seen = echo("/anything");
    assertThat(seen.at("/method").asString()).isEqualTo("GET");
    assertThat(seen.at("/data").asString()).isEqualTo("[\"\u00e4\"]");
    assertThat(seen.at("/headers/Content-Type").toString()).contains("application/json");

    choose("", "XML");
    typeIn(0, "<a/>");
    seen = echo("/anything");
    assertThat(seen.at("/data").asString()).isEqualTo("<a/>");
    assertThat(seen.at("/headers/Content-Type").toString()).contains("xml");

    choose("", "Text");
    typeIn(0, "one\nb c");
    seen = echo("/anything");
    assertThat(seen.at("/data").asString()).isEqualTo("one\nb c");
    assertThat(seen.at("/headers/Content-Type").toString()).contains("text/plain");

    choose("", "GraphQL");
    typeIn(0, "query($n: Int) {p(n: $n)}");
    typeIn(1, "{\"n\": 2}");
    seen = echo("/anything");
    assertThat(seen.at("/json/query").asString()).isEqualTo("query($n: Int) {p(n: $n)}");
    assertThat(seen.at("/json/variables/n").asInt()).isEqualTo(2);

    choose("", "None");
    assertThat(echo("/anything").at("/size").asInt()).isZero();
  }

  private void typeIn(int editor, String text) {
    List<CodeEditor> editors =
        Fx.call(
            () -> page().lookupAll(".code-editor").stream().map(CodeEditor.class::cast).toList());
    reach(editors.get(editor));
    robot.push(KeyCode.SHORTCUT, KeyCode.A);
    for (String line : text.split("(?=\n)", -1)) {
      if (line.startsWith("\n")) {
        robot.type(KeyCode.ENTER);
      }
      robot.write(line.strip(), AT_ONCE);
    }
  }

  @Test
  void formsAndFilesAreSent(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("up.txt"), "of the file\n");
    open("Body");
    choose("", "Form");
    robot.clickOn("Add a field").write("a b\tc&d=\u00e9", AT_ONCE);
    robot.clickOn("Add a field").write("e\tf", AT_ONCE);
    JsonNode seen = echo("/anything");
    assertThat(seen.at("/form/a b").toString()).contains("c&d=\u00e9");
    assertThat(seen.at("/form/e").toString()).contains("f");
    assertThat(seen.at("/headers/Content-Type").toString())
        .contains("application/x-www-form-urlencoded");

    choose("", "Form with files");
    robot.clickOn("Add a field").write("name\tvalue", AT_ONCE);
    robot.clickOn("Add a field").write("up\t\t" + file, AT_ONCE);
    seen = echo("/anything");
    assertThat(seen.at("/form/name").toString()).contains("value");
    assertThat(seen.at("/files/up").toString()).contains("of the file");
    assertThat(seen.at("/headers/Content-Type").toString()).contains("multipart/form-data");

    choose("", "File");
    type("File", file.toString());
    seen = echo("/anything");
    assertThat(seen.at("/data").asString()).isEqualTo("of the file\n");
  }

  @Test
  void aCertificateOfTheClientIsShownToTheServer(@TempDir Path folder) throws Exception {
    Authority authority = Authority.create("Test");
    Identity client = authority.client("somebody");
    Path certificate = Files.writeString(folder.resolve("c.pem"), client.certificatesPem());
    Path key = Files.writeString(folder.resolve("k.pem"), client.keyPem());
    SSLContext tls = context(authority, authority.localServer());
    try (RawServer server = new RawServer(line -> greet(tls, line.socket()))) {
      String address = server.url("/").replace("http:", "https:");
      tab.show(Tree.Fields.NONE.with("tls", Tree.Fields.NONE.with("trust", "none")));
      robot.clickOn("Options");
      type("Client certificate", certificate.toString());
      type("Private key", key.toString());
      Exchange answer = send(address);

      assertThat(new String(answer.body().read(0, 100), UTF_8)).isEqualTo("CN=somebody");
    }
  }

  private static SSLContext context(Authority authority, Identity own) throws Exception {
    char[] password = "x".toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(new ByteArrayInputStream(own.pkcs12("x")), password);
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, password);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", authority.certificate());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  /** Answers with the name in the certificate of the client. */
  private static void greet(SSLContext tls, Socket raw) throws IOException {
    try (SSLSocket socket =
        (SSLSocket) tls.getSocketFactory().createSocket(raw, (InputStream) null, true)) {
      socket.setNeedClientAuth(true);
      BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      String line = in.readLine();
      while (line != null && !line.isEmpty()) {
        line = in.readLine();
      }
      String name = socket.getSession().getPeerPrincipal().getName();
      String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + name.length() + "\r\n\r\n" + name;
      socket.getOutputStream().write(answer.getBytes(UTF_8));
      socket.getOutputStream().flush();
    }
  }
}
