package org.wirebench.tool.socket.view;

import java.util.List;
import java.util.Map;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.FieldNames;
import org.wirebench.fx.Problems;
import org.wirebench.fx.TlsForm;

/** What the fields of the form are called on the screen, for what is said of them elsewhere. */
final class SocketNames {
  private static final Messages TEXT = Messages.of(SocketNames.class);
  private static final FieldNames NAMES =
      new FieldNames(
          Map.ofEntries(
              Map.entry("host", TEXT.get("name.address")),
              Map.entry("port", TEXT.get("name.address")),
              Map.entry("path", TEXT.get("name.address")),
              Map.entry("transport", TEXT.get("transport.help")),
              Map.entry("family", TEXT.get("family")),
              Map.entry("timeout", TEXT.get("timeout")),
              Map.entry("charset", TEXT.get("charset")),
              Map.entry("lineEnding", TEXT.get("lineEnding")),
              Map.entry("local.address", TEXT.get("local")),
              Map.entry("local.port", TEXT.get("localPort")),
              Map.entry("maxClients", TEXT.get("maxClients")),
              Map.entry("proxy", TEXT.get("proxy")),
              Map.entry("socket.sendBuffer", TEXT.get("sendBuffer")),
              Map.entry("socket.receiveBuffer", TEXT.get("receiveBuffer")),
              Map.entry("tls.identity", TEXT.get("clientCertificate")),
              Map.entry("tls.identity.key", TlsForm.KEY),
              Map.entry("tls.identity.password", TlsForm.PASSWORD),
              Map.entry("identity", TEXT.get("certificate")),
              Map.entry("identity.key", TlsForm.KEY),
              Map.entry("identity.password", TlsForm.PASSWORD),
              Map.entry("join", TEXT.get("join")),
              Map.entry("interface", TEXT.get("interface")),
              Map.entry("ttl", TEXT.get("ttl")),
              Map.entry("behaviour", TEXT.get("tab.behaviour")),
              Map.entry("macros", TEXT.get("tab.macros")),
              Map.entry("generate", TEXT.get("tab.generator")),
              Map.entry("generate.every", TEXT.get("generator.every")),
              Map.entry("generate.rate", TEXT.get("generator.rate")),
              Map.entry("generate.count", TEXT.get("generator.count")),
              Map.entry("generate.size", TEXT.get("generator.size"))));

  private SocketNames() {}

  /**
   * The name of the field that stands at {@code path}: "Time-out", "Macros, row 2"; the path itself
   * where the form has no field for it.
   *
   * @param request what is typed
   */
  static String of(String path, Tree.Fields request) {
    List<String> steps = StepText.paths(request);
    for (int i = 0; i < steps.size(); i++) {
      if (Problems.isBelow(steps.get(i), path)) {
        return FieldNames.row(TEXT.get("tab.steps"), i);
      }
    }
    return NAMES.of(path);
  }
}
