package org.wirebench.tool.socket.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Mark;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Completion.Suggestion;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.ToolContext;
import org.wirebench.tool.socket.SocketTool;
import org.wirebench.tool.socket.request.SocketFields.Mode;
import org.wirebench.tool.socket.request.Transport;

/**
 * What the address may be completed to: where this tool talked to or listened last, and the servers
 * of the lab that run. An address is not worth much without what is spoken there, so choosing one
 * sets the transport too.
 */
final class Targets {
  private static final Messages TEXT = Messages.of(Targets.class);
  private static final String TRANSPORT = "transport";
  private static final String TLS = "tls";

  private final ToolContext context;
  private final SocketTool tool;
  private final SocketViewModel model;

  Targets(SocketTool tool, ToolContext context, SocketViewModel model) {
    this.tool = tool;
    this.context = context;
    this.model = model;
  }

  /** The one used last first; those that were never used last. */
  Stream<Suggestion> all() {
    Map<String, String> lab = labByAddress();
    Stream<Suggestion> used =
        context.recent().of(tool.id()).stream()
            .map(Entry::request)
            .filter(request -> isServer(request) == model.isServer())
            .map(request -> suggestion(request, lab));
    Stream<Suggestion> running =
        running()
            .map(status -> status.request().orElseThrow())
            .map(request -> suggestion(request, lab));
    // Nobody listens where a server of the lab listens already.
    return model.isServer() ? used : Stream.concat(used, running);
  }

  /**
   * What a request is called: after whom it talks to or where it listens, so that two hosts tried
   * under the name of one saved request are two targets.
   */
  static String name(Tree.Fields request) {
    Transport transport = transport(request);
    String at = address(request);
    String place =
        transport.hasPort() && transport != Transport.TCP
            ? TEXT.get("target.over", at, TEXT.get(transport))
            : at;
    return isServer(request) ? TEXT.get("title.server", place) : place;
  }

  private Stream<Lab.Status> running() {
    return context.lab().status().stream()
        .filter(status -> status.server().tool().equals(tool.id()))
        .filter(status -> status.request().isPresent());
  }

  /** What the running servers of the lab are called, by what one types to talk to them. */
  private Map<String, String> labByAddress() {
    return running()
        .collect(
            Collectors.toMap(
                status -> key(status.request().orElseThrow()),
                status -> TEXT.get("target.lab", status.server().title()),
                (first, _) -> first));
  }

  /** What one types to talk to somebody, and how one talks. */
  static String key(Tree.Fields request) {
    return transport(request) + " " + address(request);
  }

  private Suggestion suggestion(Tree.Fields request, Map<String, String> lab) {
    String note = lab.getOrDefault(key(request), TEXT.get(transport(request)));
    return new Suggestion(address(request), note, () -> take(request));
  }

  private static boolean isServer(Tree.Fields request) {
    return request.text("mode").equals(Optional.of(FormControls.word(Mode.SERVER)));
  }

  private static Transport transport(Tree.Fields request) {
    String typed = request.text(TRANSPORT).orElse("");
    return List.of(Transport.values()).stream()
        .filter(one -> one.name().equalsIgnoreCase(typed))
        .findFirst()
        .orElse(Transport.TCP);
  }

  private static String address(Tree.Fields request) {
    return transport(request).hasPort()
        ? new AddressText(request.text("host").orElse(""), request.text("port").orElse("")).joined()
        : request.text("path").orElse("");
  }

  private void take(Tree.Fields request) {
    FormModel form = model.form();
    Transport wanted = transport(request);
    if (model.transport() != wanted) {
      form.text(TRANSPORT).set(wanted == Transport.TCP ? "" : FormControls.word(wanted));
    }
    // Whom to trust there goes along, unless something else was typed for it.
    if (form.get(TLS).isEmpty() && request.get(TLS).orElse(null) instanceof Tree.Fields tls) {
      for (var field : tls.values().entrySet()) {
        if (field.getValue() instanceof Tree.Text(String text, Mark _)) {
          form.text(TLS + "." + field.getKey()).set(text);
        }
      }
    }
  }
}
