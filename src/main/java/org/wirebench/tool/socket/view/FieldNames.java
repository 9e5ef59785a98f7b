package org.wirebench.tool.socket.view;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Problems;
import org.wirebench.fx.TlsForm;

/** What the fields of the form are called on the screen, for what is said of them elsewhere. */
final class FieldNames {
  private static final Messages TEXT = Messages.of(FieldNames.class);
  private static final Pattern ROW = Pattern.compile("\\[(\\d+)\\]");

  private static final Map<String, String> NAMES =
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
          Map.entry("generate.size", TEXT.get("generator.size")));

  private FieldNames() {}

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
        return TEXT.get("name.row", TEXT.get("tab.steps"), i + 1);
      }
    }
    String name = named(ROW.matcher(path).replaceAll(""));
    Matcher row = ROW.matcher(path);
    return row.find() && !name.isEmpty()
        ? TEXT.get("name.row", name, Integer.parseInt(row.group(1)) + 1)
        : name.isEmpty() ? path : name;
  }

  /** The name of the field, or of the nearest part of the form that it is in; empty for none. */
  private static String named(String path) {
    String at = path.startsWith("request.") ? path.substring("request.".length()) : path;
    while (!isKnown(at) && at.contains(".")) {
      at = at.substring(0, at.lastIndexOf('.'));
    }
    return NAMES.getOrDefault(at, TlsForm.NAMES.getOrDefault(at, ""));
  }

  private static boolean isKnown(String path) {
    return NAMES.containsKey(path) || TlsForm.NAMES.containsKey(path);
  }
}
