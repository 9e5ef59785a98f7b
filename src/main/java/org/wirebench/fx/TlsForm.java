package org.wirebench.fx;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.wirebench.core.net.tls.TlsVersion;
import org.wirebench.core.request.TlsFields.TrustKind;
import org.wirebench.core.text.Messages;

/** Whom a client trusts, and what it offers, in TLS: the fields of {@code request.tls}. */
public final class TlsForm extends VBox {
  private static final Messages TEXT = Messages.of(TlsForm.class);

  private final FormFields fields;

  /** All fields but those of the client's own certificate. */
  public TlsForm(FormFields fields) {
    this.fields = fields;
    getStyleClass().add("setup-column");
    Node authority =
        fields.file(
            "tls.authority",
            TEXT.get("tls.authority"),
            TEXT.get("tls.authority.help"),
            "ca.pem",
            TEXT.get("tls.authority.choose"));
    Node pin = fields.text("tls.sha256", TEXT.get("tls.pin"), TEXT.get("tls.pin.help"), "");
    getChildren().addAll(trust(), authority, pin, names(), versions());
    fields.form().text("tls.trust").addListener((_, _, _) -> show(authority, pin));
    show(authority, pin);
  }

  private void show(Node authority, Node pin) {
    String trust = fields.form().text("tls.trust").get();
    FormParts.show(authority, trust.equals(FormControls.word(TrustKind.AUTHORITY)));
    FormParts.show(pin, trust.equals(FormControls.word(TrustKind.PINNED)));
  }

  private Node trust() {
    return fields.choice(
        "tls.trust",
        TrustKind.class,
        TrustKind.SYSTEM,
        TEXT.get("tls.trust"),
        TEXT.get("tls.trust.help"),
        TEXT::get);
  }

  private Node names() {
    return new EvenRow(
        fields.text(
            "tls.serverName",
            TEXT.get("tls.sni"),
            TEXT.get("tls.sni.help"),
            TEXT.get("tls.sni.host")),
        fields.words("tls.alpn", TEXT.get("tls.alpn"), TEXT.get("tls.alpn.help"), "h2, http/1.1"));
  }

  private Node versions() {
    return new EvenRow(
        fields.choice(
            "tls.minimum",
            TlsVersion.class,
            TlsVersion.TLS_1_2,
            TEXT.get("tls.oldest"),
            TEXT.get("tls.oldest.help"),
            TEXT::get),
        fields.choice(
            "tls.maximum",
            TlsVersion.class,
            TlsVersion.TLS_1_3,
            TEXT.get("tls.newest"),
            TEXT.get("tls.newest.help"),
            TEXT::get));
  }

  /**
   * A certificate with its key, from files.
   *
   * @param path where it stands in the request: {@code tls.identity}
   * @param label what it is
   * @param prompt what holds while there is none
   */
  public static Node identity(FormFields fields, String path, String label, String prompt) {
    return FormParts.column(
        fields.file(
            path + ".certificate",
            label,
            TEXT.get("tls.certificate.help"),
            prompt,
            TEXT.get("tls.certificate.choose")),
        new EvenRow(
            fields.file(
                path + ".key",
                TEXT.get("tls.key"),
                TEXT.get("tls.key.help"),
                "key.pem",
                TEXT.get("tls.key.choose")),
            fields.secret(
                path + ".password", TEXT.get("tls.password"), TEXT.get("tls.password.help"))));
  }
}
