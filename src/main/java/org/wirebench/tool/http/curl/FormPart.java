package org.wirebench.tool.http.curl;

import java.util.ArrayList;
import java.util.List;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Tree;
import org.wirebench.tool.http.request.MediaTypes;

/** Reads what {@code --form} says of a part: {@code name=@"a file";type=text/plain}. */
final class FormPart {
  private static final Messages TEXT = Messages.of(FormPart.class);
  private static final List<String> KEYS = List.of("type", "filename", "encoder", "headers");

  private final List<String> notes;
  private String rest = "";

  private FormPart(List<String> notes) {
    this.notes = notes;
  }

  /** The parts that {@code --form-string} says: one, word for word. */
  static List<Tree> literal(String typed, List<String> notes) {
    int equals = typed.indexOf('=');
    if (equals < 1) {
      notes.add(TEXT.get("form.name", Escapes.display(typed)));
      return List.of();
    }
    return List.of(
        Tree.Fields.NONE
            .with("name", typed.substring(0, equals))
            .with("value", typed.substring(equals + 1)));
  }

  /** The parts that {@code --form} says: one, or one for each of several files. */
  static List<Tree> of(String typed, List<String> notes) {
    int equals = typed.indexOf('=');
    if (equals < 1) {
      notes.add(TEXT.get("form.name", Escapes.display(typed)));
      return List.of();
    }
    FormPart part = new FormPart(notes);
    String name = typed.substring(0, equals);
    String content = typed.substring(equals + 1);
    if (content.startsWith("@") || content.startsWith("<")) {
      return part.files(name, content);
    }
    if (content.equals("=)") || content.startsWith("(")) {
      notes.add(TEXT.get("form.nested", Escapes.display(typed)));
      return List.of();
    }
    part.rest = content;
    Tree.Fields text = Tree.Fields.NONE.with("name", name).with("value", part.word(";"));
    return List.of(part.more(text));
  }

  private List<Tree> files(String name, String content) {
    if (content.startsWith("<")) {
      notes.add(TEXT.get("form.content", Escapes.display(content.substring(1))));
    }
    List<Tree> parts = new ArrayList<>();
    rest = content.substring(1);
    do {
      String path = word(";,");
      if (path.equals("-")) {
        notes.add(TEXT.get("data.input"));
      }
      parts.add(more(Tree.Fields.NONE.with("name", name).with("file", path)));
    } while (skipped(','));
    return parts;
  }

  private boolean skipped(char sign) {
    boolean there = !rest.isEmpty() && rest.charAt(0) == sign;
    rest = there ? rest.substring(1).stripLeading() : rest;
    return there;
  }

  /** The next word, quoted or up to one of these signs. */
  private String word(String ends) {
    StringBuilder word = new StringBuilder();
    int at = 0;
    if (rest.startsWith("\"") && rest.indexOf('"', 1) > 0) {
      at = 1;
      while (at < rest.length() && rest.charAt(at) != '"') {
        boolean escaped =
            rest.charAt(at) == '\\'
                && at + 1 < rest.length()
                && "\\\"".indexOf(rest.charAt(at + 1)) >= 0;
        at += escaped ? 1 : 0;
        word.append(rest.charAt(at++));
      }
      at = Math.min(rest.length(), at + 1);
    }
    while (at < rest.length() && ends.indexOf(rest.charAt(at)) < 0) {
      word.append(rest.charAt(at++));
    }
    rest = rest.substring(at);
    return word.toString();
  }

  private Tree.Fields more(Tree.Fields part) {
    Tree.Fields read = part;
    while (skipped(';')) {
      int equals = rest.indexOf('=');
      String key = equals < 0 ? rest : rest.substring(0, equals).strip();
      rest = KEYS.contains(key) ? rest.substring(equals + 1) : rest;
      String value = word(";,");
      switch (key) {
        case "type", "filename" -> read = read.with(key, value);
        case "encoder", "headers" ->
            notes.add(TEXT.get("form.more", Escapes.display(key + "=" + value)));
        default ->
            // A parameter of the type before it: text/html;charset=utf-8.
            read = read.with("type", read.text("type").orElse("") + ";" + value);
      }
    }
    boolean usual =
        read.text("type").isPresent()
            && read.text("type").equals(read.text("file").map(MediaTypes::of));
    return usual ? read.without("type") : read;
  }
}
