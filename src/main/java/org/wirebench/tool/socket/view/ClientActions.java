package org.wirebench.tool.socket.view;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.net.SocketAddresses;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.tool.socket.service.ServedClient;

/** What can be done with the clients of a server that are chosen. */
final class ClientActions {
  private static final Messages TEXT = Messages.of(ClientActions.class);

  private final ClientTable table;
  private final SendBar bar;

  ClientActions(ClientTable table, SendBar bar) {
    this.table = table;
    this.bar = bar;
  }

  private Action send() {
    return Action.of(TEXT.get("server.sendTo"), Feather.SEND, bar::focusField)
        .when(someChosen(), TEXT.get("server.nobodyChosen"));
  }

  private Action showOne() {
    BooleanBinding several =
        Bindings.size(table.getSelectionModel().getSelectedItems()).greaterThan(1);
    return Action.of(TEXT.get("server.showOne"), Feather.USER, table::chooseOne).when(several);
  }

  private Action showAll() {
    return Action.of(TEXT.get("server.showAll"), Feather.USERS, table::chooseAll)
        .when(someChosen());
  }

  private Action copyAddress() {
    return Action.of(TEXT.get("server.copyAddress"), Feather.COPY, this::copyAddresses)
        .when(someChosen(), TEXT.get("server.nobodyChosen"));
  }

  Action disconnect() {
    return Action.of(
            TEXT.get("server.disconnect"),
            Feather.USER_X,
            () -> table.chosen().forEach(ServedClient::disconnect))
        .when(someChosen(), TEXT.get("server.nobodyChosen"));
  }

  Action reset() {
    return Action.of(
            TEXT.get("server.reset"),
            Feather.ZAP_OFF,
            () -> table.chosen().forEach(ServedClient::reset))
        .when(someChosen(), TEXT.get("server.nobodyChosen"));
  }

  private BooleanBinding someChosen() {
    return Bindings.isNotEmpty(table.getSelectionModel().getSelectedItems());
  }

  /** All of them. */
  List<Action> all() {
    return List.of(send(), showOne(), showAll(), copyAddress(), disconnect(), reset());
  }

  /** All of them, for those chosen. */
  ContextMenu menu() {
    return new ContextMenu(
        item(send()),
        item(showOne()),
        item(showAll()),
        new SeparatorMenuItem(),
        item(copyAddress()),
        new SeparatorMenuItem(),
        item(disconnect()),
        item(reset()));
  }

  private static MenuItem item(Action action) {
    MenuItem item = new MenuItem(action.title(), Describe.icon(action.icon()));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.fire());
    item.disableProperty().bind(action.enabled().not());
    return item;
  }

  private void copyAddresses() {
    ClipboardContent content = new ClipboardContent();
    content.putString(
        table.chosen().stream()
            .map(client -> SocketAddresses.text(client.remote()))
            .collect(Collectors.joining("\n")));
    Clipboard.getSystemClipboard().setContent(content);
  }
}
