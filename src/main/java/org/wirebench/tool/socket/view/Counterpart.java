package org.wirebench.tool.socket.view;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.IpAddresses;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Action;
import org.wirebench.fx.Example;
import org.wirebench.fx.ToolContext;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.ServerSession;

/** The client that goes with the server of a tab. */
final class Counterpart {
  private static final Messages TEXT = Messages.of(Counterpart.class);

  private final ToolContext context;
  private final SocketViewModel model;

  Counterpart(ToolContext context, SocketViewModel model) {
    this.context = context;
    this.model = model;
  }

  /** Connects a client, in a tab of its own. */
  Action connect() {
    return Action.of(TEXT.get("server.connectClient"), Feather.USER_PLUS, this::open)
        .when(
            model
                .stateProperty()
                .isEqualTo(SocketViewModel.State.OPEN)
                .and(model.serverProperty().isNotNull()),
            TEXT.get("server.notListening"));
  }

  private void open() {
    Entry client = Entry.of("", SocketRequest.TOOL, request());
    String title = TEXT.get("server.connectClient");
    context.openExample().accept(new Example(title, title, "", List.of(client), true));
  }

  /** Whom it talks to: the server, at the address it got. */
  Tree.Fields request() {
    Tree.Fields client = Tree.Fields.NONE.with("transport", model.form().text("transport").get());
    if (model.transport() == Transport.UNIX) {
      return client.with("path", model.form().text("path").get());
    }
    ServerSession server = model.serverProperty().get();
    if (server != null && server.address() instanceof InetSocketAddress address) {
      return client
          .with("host", reachable(address.getAddress()))
          .with("port", Integer.toString(address.getPort()));
    }
    String host = model.form().text("host").get();
    return client
        .with("host", host.isBlank() ? "127.0.0.1" : host)
        .with("port", model.form().text("port").get());
  }

  /** A server on all addresses is reached at that of loopback. */
  private static String reachable(InetAddress address) {
    if (!address.isAnyLocalAddress()) {
      return IpAddresses.text(address);
    }
    return address instanceof Inet6Address ? "::1" : "127.0.0.1";
  }
}
