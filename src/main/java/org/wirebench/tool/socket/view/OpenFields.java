package org.wirebench.tool.socket.view;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import org.wirebench.core.net.DatagramSpec;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Measures;
import org.wirebench.tool.socket.request.Transport;

/** What holds for the fields that are left empty, as they say it themselves. */
final class OpenFields {
  private static final Messages TEXT = Messages.of(OpenFields.class);

  private final SocketViewModel model;
  private final ObservableValue<Settings> settings;

  OpenFields(SocketViewModel model, ObservableValue<Settings> settings) {
    this.model = model;
    this.settings = settings;
  }

  /** What limits connecting, or where nothing is connected, each step. */
  StringBinding timeout() {
    return Bindings.createStringBinding(
        () -> {
          NetDefaults defaults = settings.getValue().defaults();
          boolean connects = !model.isServer() && model.transport().isTcp();
          return Measures.text(connects ? defaults.connectTimeout() : defaults.replyTimeout());
        },
        settings,
        model.form().text("mode"),
        model.form().text("transport"));
  }

  /** The proxy of the settings; an example where there is none. */
  StringBinding proxy() {
    return Bindings.createStringBinding(
        () -> {
          ProxySettings proxy = settings.getValue().proxy();
          if (proxy.equals(ProxySettings.NONE)) {
            return TEXT.get("proxy.sample");
          }
          return leadsHere(model.form().text("host").get())
              ? TEXT.get("proxy.thisMachine")
              : proxy.toString();
        },
        settings,
        model.form().text("host"));
  }

  private static boolean leadsHere(String host) {
    try {
      return NetDefaults.isThisMachine(new Endpoint(host.strip(), 0));
    } catch (IllegalArgumentException unfinished) {
      return false;
    }
  }

  /** How much is held that came: datagrams wait for nobody, so more is asked for them. */
  StringBinding receiveBuffer() {
    return Bindings.createStringBinding(
        () ->
            model.transport() == Transport.UDP
                ? Measures.text((long) DatagramSpec.DEFAULT_RECEIVE_BUFFER)
                : TEXT.get("system"),
        model.form().text("transport"));
  }
}
