package org.wirebench.tool.http.view;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
  private Seen shown = Seen.NOTHING;

  /**
   * What there is to show.
   *
   * @param tls what was agreed on
   * @param refused why the certificates of the server were not believed; empty where they were
   * @param chain the certificates of the server
   */
  private record Seen(Optional<TlsInfo> tls, String refused, List<X509Certificate> chain) {
    static final Seen NOTHING = new Seen(Optional.empty(), "", List.of());

    static Seen of(Exchange exchange) {
      Optional<TlsInfo> tls = exchange.carried().flatMap(Exchange.Carried::tls);
      if (tls.isPresent()) {
        return new Seen(tls, "", tls.get().chain());
      }
      return exchange
          .failure()
          .filter(why -> !why.certificates().isEmpty())
          .map(why -> new Seen(tls, why.title(), why.certificates()))
          .orElse(NOTHING);
    }
  }

  TlsPane(JobClock clock) {
    this.clock = clock;
    all.getStyleClass().addAll("setup-content", "setup-column");
    all.getChildren().setAll(FormParts.about(TEXT.get("tls.none")));
    setContent(all);
    setFitToWidth(true);
  }

  void show(Exchange exchange) {
    show(Seen.of(exchange));
  }

  /** Shows that nothing was agreed on. */
  void showNothing() {
    show(Seen.NOTHING);
  }

  private void show(Seen now) {
    if (!now.equals(shown)) {
      shown = now;
      all.getChildren().setAll(nodes(now));
    }
  }

  private List<Node> nodes(Seen now) {
    if (now.equals(Seen.NOTHING)) {
      return List.of(FormParts.about(TEXT.get("tls.none")));
    }
    List<String> warnings = new ArrayList<>();
    if (!now.refused.isEmpty()) {
      warnings.add(TEXT.get("tls.refused", now.refused));
    }
    now.tls.map(TlsInfo::warning).filter(words -> !words.isEmpty()).ifPresent(warnings::add);
    warnings.addAll(EndingCertificates.of(now.chain, clock.now()));
    List<Row> rows = new ArrayList<>();
    now.tls.ifPresent(tls -> rows.addAll(agreed(tls)));
    for (int i = 0; i < now.chain.size(); i++) {
      rows.add(Row.heading(TEXT.get("tls.certificate", i + 1, now.chain.size())));
      rows.addAll(certificate(now.chain.get(i)));
    }
    KeyValueTable table = new KeyValueTable();
    table.show(rows);
    return Stream.<Node>concat(warnings.stream().map(TlsPane::warning), Stream.of(table)).toList();
  }

  private static List<Row> agreed(TlsInfo tls) {
    return List.of(
        Row.of(TEXT.get("tls.version"), tls.version()),
        Row.of(TEXT.get("tls.cipher"), tls.cipher()),
        Row.of(TEXT.get("tls.alpn"), orNone(tls.alpn())),
        Row.of(TEXT.get("tls.name"), orNone(tls.serverName())),
        Row.of(TEXT.get("tls.trustedBy"), TEXT.get(tls.trustedBy())),
        Row.of(
            TEXT.get("tls.session"),
            tls.resumed() ? TEXT.get("tls.resumed") : TEXT.get("tls.fresh")));
  }

  private static Label warning(String words) {
    Label label = FormParts.about(words);
    label.setGraphic(Describe.icon(Feather.ALERT_TRIANGLE));
    label.getStyleClass().add("http-warning");
    return label;
  }

  private static List<Row> certificate(X509Certificate one) {
    return List.of(
        Row.of(TEXT.get("tls.subject"), shown(one.getSubjectX500Principal().getName())),
        Row.of(TEXT.get("tls.issuer"), shown(one.getIssuerX500Principal().getName())),
        Row.of(TEXT.get("tls.names"), orNone(shown(String.join(", ", Certificates.names(one))))),
        Row.of(TEXT.get("tls.from"), DATE.format(one.getNotBefore().toInstant())),
        Row.of(TEXT.get("tls.to"), DATE.format(one.getNotAfter().toInstant())),
        Row.of(TEXT.get("tls.key"), key(one)),
        Row.of(TEXT.get("tls.signature"), one.getSigAlgName()),
        Row.of(TEXT.get("tls.serial"), one.getSerialNumber().toString(16)),
        Row.of(TEXT.get("tls.sha256"), Certificates.sha256(one)));
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
