package org.wirebench.core.workspace;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes trees as YAML that people like to read and to compare: block style, keys in their order,
 * quotes only where they are needed, texts of several lines as blocks. What {@link YamlReader}
 * reads from it is what was written, to the character.
 */
final class YamlWriter {
  /** What can stand without quotes, unless it is {@link #AMBIGUOUS}. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "[A-Za-z0-9_/.](?:[A-Za-z0-9_/.,@+=()*?;&$%~^'-]|:(?=[^ ])| (?=[A-Za-z0-9(/.]))*+(?<! )");

  /** Plain whole numbers stay numbers to other readers; here they are text anyway. */
  private static final Pattern NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,14}");

  /** What some reader of YAML takes for nothing, a flag, a number or a date. */
  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          "(?i)null|yes|no|on|off|y|n|\\.inf|\\.nan|\\.+|0[xob][0-9a-f_]*"
              + "|[0-9_]*\\.?[0-9_]*(e[+-]?[0-9]+)?|[0-9][0-9_]*(:[0-9]+)+(\\.[0-9_]*)?"
              + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");

  /** Where a key must be marked as one, since readers look no further for its colon. */
  private static final int LONG_KEY = 1000;

  private final StringBuilder out = new StringBuilder();

  private YamlWriter() {}

  /** One document, with its leading {@code ---} left to the caller. */
  static String write(Tree.Fields document) {
    YamlWriter writer = new YamlWriter();
    if (document.values().isEmpty()) {
      return "{}\n";
    }
    writer.fields(document, 0, false);
    return writer.out.toString();
  }

  private void fields(Tree.Fields fields, int indent, boolean begun) {
    boolean first = begun;
    for (Map.Entry<String, Tree> field : fields.values().entrySet()) {
      if (!first) {
        out.repeat(' ', indent);
      }
      first = false;
      key(scalar(field.getKey()), indent);
      value(field.getValue(), indent);
    }
  }

  private void key(String name, int indent) {
    if (name.length() > LONG_KEY) {
      out.append("? ").append(name).append('\n').repeat(' ', indent);
    } else {
      out.append(name);
    }
    out.append(':');
  }

  /** What stands after a key, and the end of its line. */
  private void value(Tree value, int indent) {
    switch (value) {
      case Tree.Text text -> text(text.text(), indent);
      case Tree.Items items when items.items().isEmpty() -> out.append(" []\n");
      case Tree.Fields fields when fields.values().isEmpty() -> out.append(" {}\n");
      case Tree.Items items -> {
        out.append('\n');
        items(items.items(), indent + 2, false);
      }
      case Tree.Fields fields -> {
        out.append('\n');
        fields(fields, indent + 2, false);
      }
    }
  }

  private void items(List<Tree> items, int indent, boolean begun) {
    boolean first = begun;
    for (Tree item : items) {
      if (!first) {
        out.repeat(' ', indent);
      }
      first = false;
      out.append('-');
      switch (item) {
        case Tree.Text text -> text(text.text(), indent);
        case Tree.Items list when list.items().isEmpty() -> out.append(" []\n");
        case Tree.Fields fields when fields.values().isEmpty() -> out.append(" {}\n");
        case Tree.Items list -> {
          out.append(' ');
          items(list.items(), indent + 2, true);
        }
        case Tree.Fields fields -> {
          out.append(' ');
          fields(fields, indent + 2, true);
        }
      }
    }
  }

  private void text(String text, int indent) {
    if (isBlock(text)) {
      block(text, indent + 2);
    } else {
      out.append(' ').append(scalar(text)).append('\n');
    }
  }

  /** Whether the text has two lines or more, and a block keeps each of them as it is. */
  private static boolean isBlock(String text) {
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return body.indexOf('\n') >= 0
        && !body.startsWith(" ")
        && !body.startsWith("\n")
        && !body.endsWith("\n")
        && body.lines().noneMatch(line -> !line.isEmpty() && line.isBlank())
        && body.codePoints().noneMatch(c -> c != '\n' && needsEscape(c));
  }

  private void block(String text, int indent) {
    boolean ended = text.endsWith("\n");
    out.append(ended ? " |\n" : " |-\n");
    String body = ended ? text.substring(0, text.length() - 1) : text;
    for (String line : body.split("\n", -1)) {
      if (!line.isEmpty()) {
        out.repeat(' ', indent).append(line);
      }
      out.append('\n');
    }
  }

  private static String scalar(String text) {
    boolean plain =
        NUMBER.matcher(text).matches()
            || (PLAIN.matcher(text).matches() && !AMBIGUOUS.matcher(text).matches());
    if (plain) {
      return text;
    }
    boolean needsEscapes = text.codePoints().anyMatch(YamlWriter::needsEscape);
    boolean awkward = text.indexOf('\\') >= 0 || text.indexOf('"') >= 0;
    return !needsEscapes && awkward ? "'" + text.replace("'", "''") + "'" : quoted(text);
  }

  private static boolean needsEscape(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> quoted.append(escaped(c)));
    return quoted.append('"').toString();
  }

  private static String escaped(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case 0 -> "\\0";
      default ->
          !needsEscape(c)
              ? Character.toString(c)
              : c < 0x100
                  ? String.format("\\x%02X", c)
                  : c < 0x10000 ? String.format("\\u%04X", c) : String.format("\\U%08X", c);
    };
  }
}
