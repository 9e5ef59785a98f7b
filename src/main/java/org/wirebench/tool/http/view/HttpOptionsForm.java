package org.wirebench.tool.http.view;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.wirebench.core.net.Family;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.EvenRow;
import org.wirebench.fx.FormFields;
import org.wirebench.fx.FormParts;
import org.wirebench.fx.TlsForm;
import org.wirebench.tool.http.request.HttpVersion;

/** How the request is carried out. */
final class HttpOptionsForm extends VBox {
  private static final Messages TEXT = Messages.of(HttpOptionsForm.class);

  private final FormFields fields;

  HttpOptionsForm(FormFields fields) {
    this.fields = fields;
    getStyleClass().add("setup-column");
    getChildren()
        .addAll(
            way(),
            redirects(),
            times(),
            fields.text(
                "proxy", TEXT.get("proxy"), TEXT.get("proxy.help"), TEXT.get("proxy.prompt")),
            flag("decompress", TEXT.get("decompress"), TEXT.get("decompress.help"), true),
            flag("cookies", TEXT.get("cookies"), TEXT.get("cookies.help"), true),
            flag("expectContinue", TEXT.get("expect"), TEXT.get("expect.help"), false),
            fields.text("largest", TEXT.get("largest"), TEXT.get("largest.help"), "1GB"),
            FormParts.about(TEXT.get("tls.about")),
            new TlsForm(fields),
            TlsForm.identity(
                fields, "tls.identity", TEXT.get("clientCertificate"), TEXT.get("none")));
  }

  private Node way() {
    return FormParts.column(
        fields.choice(
            "version",
            HttpVersion.class,
            HttpVersion.AUTO,
            TEXT.get("version"),
            TEXT.get("version.help"),
            TEXT::get,
            HttpVersion::typed),
        fields.choice(
            "family",
            Family.class,
            Family.ANY,
            TEXT.get("family"),
            TEXT.get("family.help"),
            TEXT::get));
  }

  private Node redirects() {
    return FormParts.column(
        flag("redirects", TEXT.get("redirects"), TEXT.get("redirects.help"), true),
        flag("keepMethod", TEXT.get("keepMethod"), TEXT.get("keepMethod.help"), false),
        fields.text("maxRedirects", TEXT.get("maxRedirects"), TEXT.get("maxRedirects.help"), "10"));
  }

  private Node times() {
    return FormParts.column(
        new EvenRow(
            fields.text(
                "connectTimeout",
                TEXT.get("connectTimeout"),
                TEXT.get("connectTimeout.help"),
                TEXT.get("ofSettings")),
            fields.text(
                "idleTimeout",
                TEXT.get("idleTimeout"),
                TEXT.get("idleTimeout.help"),
                TEXT.get("ofSettings"))),
        fields.text("timeout", TEXT.get("timeout"), TEXT.get("timeout.help"), TEXT.get("none")));
  }

  private Node flag(String path, String label, String help, boolean otherwise) {
    return fields.flag(path, label, help, otherwise);
  }
}
