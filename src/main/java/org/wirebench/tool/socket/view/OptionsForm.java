package org.wirebench.tool.socket.view;

import java.util.EnumSet;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.tls.TlsVersion;
import org.wirebench.core.request.TlsFields.TrustKind;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Describe;
import org.wirebench.fx.EvenRow;
import org.wirebench.fx.FileButton;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.FormField;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.Problems;
import org.wirebench.tool.socket.request.LineEnding;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.Transport;

/** The options of a socket: only those that mean something for its transport and mode are shown. */
final class OptionsForm extends VBox {
  private static final Messages TEXT = Messages.of(OptionsForm.class);

  private final FormModel form;
  private final Problems problems;
  private final OpenFields open;

  OptionsForm(SocketViewModel model, ObservableValue<Settings> settings, Problems problems) {
    this.form = model.form();
    this.problems = problems;
    this.open = new OpenFields(model, settings);
    getStyleClass().add("setup-column");
    Node family =
        choice("family", Family.class, Family.ANY, TEXT.get("family"), TEXT.get("family.help"));
    Node timeout = open("timeout", TEXT.get("timeout"), TEXT.get("timeout.help"), open.timeout());
    EvenRow addresses = new EvenRow(family, timeout);
    Node typing =
        new EvenRow(
            text("charset", TEXT.get("charset"), TEXT.get("charset.help"), "UTF-8"),
            choice(
                "lineEnding",
                LineEnding.class,
                LineEnding.LF,
                TEXT.get("lineEnding"),
                TEXT.get("lineEnding.help")));
    Node local =
        new EvenRow(
            text("local.address", TEXT.get("local"), TEXT.get("local.help"), TEXT.get("any")),
            text("local.port", TEXT.get("localPort"), TEXT.get("localPort.help"), TEXT.get("any")));
    Node limit =
        text(
            "maxClients",
            TEXT.get("maxClients"),
            TEXT.get("maxClients.help"),
            Integer.toString(ServerRequest.DEFAULT_MAX_CLIENTS));
    Node streams = streamOptions();
    Node buffers = bufferOptions();
    Node proxy = open("proxy", TEXT.get("proxy"), TEXT.get("proxy.help"), open.proxy());
    Node trust = trustOptions();
    Node identity = identityOptions("identity", TEXT.get("certificate"), TEXT.get("made"));
    Node clientIdentity =
        identityOptions("tls.identity", TEXT.get("clientCertificate"), TEXT.get("no"));
    Node ttl = text("ttl", TEXT.get("ttl"), TEXT.get("ttl.help"), "1");
    Node datagrams = datagramOptions(ttl);
    Node broadcast = flag("broadcast", TEXT.get("broadcast"), TEXT.get("broadcast.help"), false);
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
          setShown(family, transport.hasPort());
          setShown(limit, server);
          setShown(local, !server && transport.hasPort());
          setShown(trust, !server && transport == Transport.TLS);
          setShown(clientIdentity, !server && transport == Transport.TLS);
          setShown(identity, server && transport == Transport.TLS);
          setShown(datagrams, transport == Transport.UDP);
          setShown(ttl, !server);
          setShown(broadcast, !server && transport == Transport.UDP);
          setShown(streams, transport.isTcp());
          setShown(buffers, transport.hasPort());
          setShown(proxy, !server && transport.isTcp());
        };
    form.text("transport").addListener((_, _, _) -> show.run());
    form.text("mode").addListener((_, _, _) -> show.run());
    show.run();
  }

  private static void setShown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private Node streamOptions() {
    return new EvenRow(
        flag("socket.noDelay", TEXT.get("noDelay"), TEXT.get("noDelay.help"), true),
        flag("socket.keepAlive", TEXT.get("keepAlive"), TEXT.get("keepAlive.help"), false));
  }

  private Node bufferOptions() {
    return new EvenRow(
        text(
            "socket.sendBuffer",
            TEXT.get("sendBuffer"),
            TEXT.get("sendBuffer.help"),
            TEXT.get("system")),
        open(
            "socket.receiveBuffer",
            TEXT.get("receiveBuffer"),
            TEXT.get("receiveBuffer.help"),
            open.receiveBuffer()));
  }

  private Node trustOptions() {
    FormField<?> authority =
        file(
            "tls.authority",
            TEXT.get("authority"),
            TEXT.get("authority.help"),
            "ca.pem",
            TEXT.get("authority.choose"));
    FormField<?> pin = text("tls.sha256", TEXT.get("pin"), TEXT.get("pin.help"), "");
    Runnable show =
        () -> {
          String trust = form.text("tls.trust").get();
          setShown(authority, trust.equals("authority"));
          setShown(pin, trust.equals("pinned"));
        };
    form.text("tls.trust").addListener((_, _, _) -> show.run());
    show.run();
    return SetupPane.column(
        choice(
            "tls.trust",
            TrustKind.class,
            TrustKind.SYSTEM,
            TEXT.get("trust.label"),
            TEXT.get("trust.help")),
        authority,
        pin,
        new EvenRow(
            text("tls.serverName", TEXT.get("sni"), TEXT.get("sni.help"), TEXT.get("sni.host")),
            words("tls.alpn", TEXT.get("alpn"), TEXT.get("alpn.help"), "h2, http/1.1")),
        new EvenRow(
            choice(
                "tls.minimum",
                TlsVersion.class,
                TlsVersion.TLS_1_2,
                TEXT.get("oldest"),
                TEXT.get("oldest.help")),
            choice(
                "tls.maximum",
                TlsVersion.class,
                TlsVersion.TLS_1_3,
                TEXT.get("newest"),
                TEXT.get("newest.help"))));
  }

  private Node identityOptions(String name, String label, String prompt) {
    FormField<?> password =
        field(
            name + ".password",
            new FormField<>(
                TEXT.get("password"),
                TEXT.get("password.help"),
                bound(new PasswordField(), form.text(name + ".password"))));
    return SetupPane.column(
        file(
            name + ".certificate",
            label,
            TEXT.get("certificate.help"),
            prompt,
            TEXT.get("certificate.choose")),
        new EvenRow(
            file(
                name + ".key",
                TEXT.get("key"),
                TEXT.get("key.help"),
                "key.pem",
                TEXT.get("key.choose")),
            password));
  }

  private Node datagramOptions(Node ttl) {
    return SetupPane.column(
        words("join", TEXT.get("join"), TEXT.get("join.help"), "239.1.2.3, ff02::fb"),
        new EvenRow(
            text(
                "interface", TEXT.get("interface"), TEXT.get("interface.help"), TEXT.get("system")),
            ttl));
  }

  private static TextField bound(TextField field, StringProperty text) {
    field.textProperty().bindBidirectional(text);
    return field;
  }

  private FormField<TextField> text(String path, String label, String help, String prompt) {
    return field(path, new FormField<>(label, help, FormControls.text(form.text(path), prompt)));
  }

  /** A field for the path of a file, which may be chosen. */
  private FormField<TextField> file(
      String path, String label, String help, String prompt, String choose) {
    return text(path, label, help, prompt).with(FileButton.of(choose, form.text(path)));
  }

  /** A field that says what holds while it is empty. */
  private FormField<TextField> open(
      String path, String label, String help, ObservableValue<String> prompt) {
    FormField<TextField> field = text(path, label, help, "");
    field.control().promptTextProperty().bind(prompt);
    return field;
  }

  private FormField<TextField> words(String path, String label, String help, String prompt) {
    return field(path, new FormField<>(label, help, FormControls.text(form.words(path), prompt)));
  }

  private <E extends Enum<E>> FormField<?> choice(
      String path, Class<E> type, E otherwise, String label, String help) {
    List<E> constants = List.copyOf(EnumSet.allOf(type));
    return field(
        path,
        new FormField<>(
            label, help, FormControls.choice(form.text(path), constants, otherwise, TEXT::get)));
  }

  private CheckBox flag(String path, String label, String help, boolean otherwise) {
    return Describe.control(FormControls.flag(form.text(path), label, otherwise), help);
  }

  private <C extends Control> FormField<C> field(String path, FormField<C> field) {
    problems.field("request." + path, field.problemProperty());
    return field;
  }
}
