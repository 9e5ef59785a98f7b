package org.wirebench.tool.socket.view;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.wirebench.core.net.Family;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.EvenRow;
import org.wirebench.fx.FormFields;
import org.wirebench.fx.FormParts;
import org.wirebench.fx.Problems;
import org.wirebench.fx.TlsForm;
import org.wirebench.tool.socket.request.LineEnding;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.Transport;

/** The options of a socket: only those that mean something for its transport and mode are shown. */
final class OptionsForm extends VBox {
  private static final Messages TEXT = Messages.of(OptionsForm.class);

  private final FormFields fields;
  private final OpenFields open;

  OptionsForm(SocketViewModel model, ObservableValue<Settings> settings, Problems problems) {
    this.fields = new FormFields(model.form(), problems);
    this.open = new OpenFields(model, settings);
    getStyleClass().add("setup-column");
    Node family =
        fields.choice(
            "family",
            Family.class,
            Family.ANY,
            TEXT.get("family"),
            TEXT.get("family.help"),
            TEXT::get);
    Node timeout =
        fields.open("timeout", TEXT.get("timeout"), TEXT.get("timeout.help"), open.timeout());
    EvenRow addresses = new EvenRow(family, timeout);
    Node typing =
        new EvenRow(
            fields.text("charset", TEXT.get("charset"), TEXT.get("charset.help"), "UTF-8"),
            fields.choice(
                "lineEnding",
                LineEnding.class,
                LineEnding.LF,
                TEXT.get("lineEnding"),
                TEXT.get("lineEnding.help"),
                TEXT::get));
    Node local =
        new EvenRow(
            fields.text(
                "local.address", TEXT.get("local"), TEXT.get("local.help"), TEXT.get("any")),
            fields.text(
                "local.port", TEXT.get("localPort"), TEXT.get("localPort.help"), TEXT.get("any")));
    Node limit =
        fields.text(
            "maxClients",
            TEXT.get("maxClients"),
            TEXT.get("maxClients.help"),
            Integer.toString(ServerRequest.DEFAULT_MAX_CLIENTS));
    Node streams = streamOptions();
    Node buffers = bufferOptions();
    Node proxy = fields.open("proxy", TEXT.get("proxy"), TEXT.get("proxy.help"), open.proxy());
    Node trust = new TlsForm(fields);
    Node identity = TlsForm.identity(fields, "identity", TEXT.get("certificate"), TEXT.get("made"));
    Node clientIdentity =
        TlsForm.identity(fields, "tls.identity", TEXT.get("clientCertificate"), TEXT.get("no"));
    Node ttl = fields.text("ttl", TEXT.get("ttl"), TEXT.get("ttl.help"), "1");
    Node datagrams = datagramOptions(ttl);
    Node broadcast =
        fields.flag("broadcast", TEXT.get("broadcast"), TEXT.get("broadcast.help"), false);
    getChildren()
        .addAll(
            addresses,
            limit,
            typing,
            local,
            trust,
            clientIdentity,
            identity,
            datagrams,
            broadcast,
            streams,
            buffers,
            proxy);
    Runnable show =
        () -> {
          Transport transport = model.transport();
          boolean server = model.isServer();
          FormParts.show(family, transport.hasPort());
          FormParts.show(limit, server);
          FormParts.show(local, !server && transport.hasPort());
          FormParts.show(trust, !server && transport == Transport.TLS);
          FormParts.show(clientIdentity, !server && transport == Transport.TLS);
          FormParts.show(identity, server && transport == Transport.TLS);
          FormParts.show(datagrams, transport == Transport.UDP);
          FormParts.show(ttl, !server);
          FormParts.show(broadcast, !server && transport == Transport.UDP);
          FormParts.show(streams, transport.isTcp());
          FormParts.show(buffers, transport.hasPort());
          FormParts.show(proxy, !server && transport.isTcp());
        };
    model.form().text("transport").addListener((_, _, _) -> show.run());
    model.form().text("mode").addListener((_, _, _) -> show.run());
    show.run();
  }

  private Node streamOptions() {
    return new EvenRow(
        fields.flag("socket.noDelay", TEXT.get("noDelay"), TEXT.get("noDelay.help"), true),
        fields.flag("socket.keepAlive", TEXT.get("keepAlive"), TEXT.get("keepAlive.help"), false));
  }

  private Node bufferOptions() {
    return new EvenRow(
        fields.text(
            "socket.sendBuffer",
            TEXT.get("sendBuffer"),
            TEXT.get("sendBuffer.help"),
            TEXT.get("system")),
        fields.open(
            "socket.receiveBuffer",
            TEXT.get("receiveBuffer"),
            TEXT.get("receiveBuffer.help"),
            open.receiveBuffer()));
  }

  private Node datagramOptions(Node ttl) {
    return FormParts.column(
        fields.words("join", TEXT.get("join"), TEXT.get("join.help"), "239.1.2.3, ff02::fb"),
        new EvenRow(
            fields.text(
                "interface", TEXT.get("interface"), TEXT.get("interface.help"), TEXT.get("system")),
            ttl));
  }
}
