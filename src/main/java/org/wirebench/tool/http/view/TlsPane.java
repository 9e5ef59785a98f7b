package org.wirebench.tool.http.view;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.net.tls.Certificates;
import org.wirebench.core.net.tls.TlsInfo;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FormParts;
import org.wirebench.fx.KeyValueTable;
import org.wirebench.fx.KeyValueTable.Row;
import org.wirebench.tool.http.service.Exchange;

/** What TLS agreed on, and the certificates of the server. */
final class TlsPane extends ScrollPane {
  private static final Messages TEXT = Messages.of(TlsPane.class);

  private static final DateTimeFormatter DATE = EndingCertificates.DATE;

  private final JobClock clock;
  private final VBox all = new VBox();
  private Optional<TlsInfo> shown = Optional.empty();

  TlsPane(JobClock clock) {
    this.clock = clock;
    all.getStyleClass().addAll("setup-content", "setup-column");
    all.getChildren().setAll(FormParts.about(TEXT.get("tls.none")));
    setContent(all);
    setFitToWidth(true);
  }

  void show(Exchange exchange) {
    show(exchange.carried().flatMap(Exchange.Carried::tls));
  }

  /** Shows that nothing was agreed on. */
  void showNothing() {
    show(Optional.empty());
  }

  private void show(Optional<TlsInfo> now) {
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    all.getChildren()
        .setAll(
            now.map(this::nodes).orElseGet(() -> List.of(FormParts.about(TEXT.get("tls.none")))));
  }

  private List<Node> nodes(TlsInfo tls) {
    List<Node> nodes = new ArrayList<>();
    if (!tls.warning().isEmpty()) {
      nodes.add(warning(tls.warning()));
    }
    EndingCertificates.of(tls.chain(), clock.now()).forEach(words -> nodes.add(warning(words)));
    KeyValueTable agreed = new KeyValueTable();
    agreed.show(
        List.of(
            Row.of(TEXT.get("tls.version"), tls.version()),
            Row.of(TEXT.get("tls.cipher"), tls.cipher()),
            Row.of(TEXT.get("tls.alpn"), orNone(tls.alpn())),
            Row.of(TEXT.get("tls.name"), orNone(tls.serverName())),
            Row.of(TEXT.get("tls.trustedBy"), TEXT.get(tls.trustedBy())),
            Row.of(
                TEXT.get("tls.session"),
                tls.resumed() ? TEXT.get("tls.resumed") : TEXT.get("tls.fresh"))));
    nodes.add(agreed);
    for (int i = 0; i < tls.chain().size(); i++) {
      nodes.add(head(TEXT.get("tls.certificate", i + 1, tls.chain().size())));
      nodes.add(certificate(tls.chain().get(i)));
    }
    return nodes;
  }

  private static Label head(String text) {
    Label head = new Label(text);
    head.getStyleClass().add("muted");
    return head;
  }

  private static Label warning(String words) {
    Label label = FormParts.about(words);
    label.setGraphic(Describe.icon(Feather.ALERT_TRIANGLE));
    label.getStyleClass().add("http-warning");
    return label;
  }

  private static KeyValueTable certificate(X509Certificate one) {
    KeyValueTable table = new KeyValueTable();
    table.show(
        List.of(
            Row.of(TEXT.get("tls.subject"), shown(one.getSubjectX500Principal().getName())),
            Row.of(TEXT.get("tls.issuer"), shown(one.getIssuerX500Principal().getName())),
            Row.of(
                TEXT.get("tls.names"), orNone(shown(String.join(", ", Certificates.names(one))))),
            Row.of(TEXT.get("tls.from"), DATE.format(one.getNotBefore().toInstant())),
            Row.of(TEXT.get("tls.to"), DATE.format(one.getNotAfter().toInstant())),
            Row.of(TEXT.get("tls.key"), key(one)),
            Row.of(TEXT.get("tls.signature"), one.getSigAlgName()),
            Row.of(TEXT.get("tls.serial"), one.getSerialNumber().toString(16)),
            Row.of(TEXT.get("tls.sha256"), Certificates.sha256(one))));
    return table;
  }

  private static String shown(String name) {
    return Escapes.display(name);
  }

  private static String key(X509Certificate one) {
    return switch (one.getPublicKey()) {
      case RSAPublicKey rsa -> TEXT.get("tls.bits", "RSA", rsa.getModulus().bitLength());
      case ECPublicKey ec -> TEXT.get("tls.bits", "EC", ec.getParams().getOrder().bitLength());
      default -> one.getPublicKey().getAlgorithm();
    };
  }

  private static String orNone(String text) {
    return text.isEmpty() ? TEXT.get("none") : text;
  }
}
