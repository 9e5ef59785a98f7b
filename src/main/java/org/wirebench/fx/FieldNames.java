package org.wirebench.fx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.text.Messages;

/**
 * What the fields of a form are called on the screen, for what is said of them elsewhere. Those of
 * TLS, which all forms share, are known.
 */
public final class FieldNames {
  private static final Messages TEXT = Messages.of(FieldNames.class);
  private static final String ROOT = "request.";
  private static final Pattern ROW = Pattern.compile("\\[(\\d+)\\]");

  private final Map<String, String> names = new LinkedHashMap<>(TlsForm.NAMES);

  /**
   * @param names of fields and of parts of the form, by where they stand in the request: {@code
   *     tls.trust}
   */
  public FieldNames(Map<String, String> names) {
    this.names.putAll(names);
  }

  /**
   * The name of the field that stands at {@code path}, or of the nearest part of the form that it
   * is in: "Time-out", "Macros, row 2"; the path itself where the form has nothing for it.
   */
  public String of(String path) {
    String plain = ROW.matcher(path).replaceAll("");
    String at = plain.startsWith(ROOT) ? plain.substring(ROOT.length()) : plain;
    while (!names.containsKey(at) && at.contains(".")) {
      at = at.substring(0, at.lastIndexOf('.'));
    }
    String name = names.get(at);
    if (name == null) {
      return path;
    }
    Matcher row = ROW.matcher(path);
    return row.find() ? row(name, Integer.parseInt(row.group(1))) : name;
  }

  /**
   * The name of a row of a list: "Steps, row 2".
   *
   * @param index from 0
   */
  public static String row(String list, int index) {
    return TEXT.get("name.row", list, index + 1);
  }
}
