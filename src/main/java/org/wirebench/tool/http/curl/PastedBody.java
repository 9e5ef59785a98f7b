package org.wirebench.tool.http.curl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Tree;
import org.wirebench.tool.http.request.Body;
import org.wirebench.tool.http.request.MediaTypes;
import org.wirebench.tool.http.request.Percent;

/** The body of a command. */
final class PastedBody {
  private static final Messages TEXT = Messages.of(PastedBody.class);
  static final String FORM = "application/x-www-form-urlencoded";
  private static final String TYPE = "Content-Type";
  private static final String JSON_OPTION = "json";
  private static final Set<String> DATA =
      Set.of("data", "data-ascii", "data-binary", "data-raw", "data-urlencode", JSON_OPTION);

  private static final Pattern VARIABLE = Pattern.compile("\\{\\{[^{}]*}}");

  /** What is never sent as it is in a form. */
  private static final Pattern FOREIGN = Pattern.compile("[\\s{}<>\"]");

  private final Given given;
  private final PastedHeaders headers;
  private final List<String> notes;
  private final List<String> files = new ArrayList<>();

  PastedBody(Given given, PastedHeaders headers, List<String> notes) {
    this.given = given;
    this.headers = headers;
    this.notes = notes;
  }

  /** Whether the command has data: then it is a POST where nothing else is said. */
  boolean hasData() {
    return !given.options(DATA::contains).isEmpty();
  }

  /** Whether the command has parts of a form. */
  boolean hasParts() {
    return !given.options(PastedBody::isPart).isEmpty();
  }

  private static boolean isPart(String option) {
    return option.equals("form") || option.equals("form-string");
  }

  /** The body as it is typed; empty for none. The type of the body goes from the headers to it. */
  Optional<Tree> tree() {
    if (given.has("upload-file")) {
      String path = given.last("upload-file").orElseThrow();
      if (path.equals("-") || path.equals(".")) {
        notes.add(TEXT.get("data.input"));
      }
      return Optional.of(file(path, headers.value(TYPE)));
    }
    if (hasParts()) {
      List<Tree> parts = new ArrayList<>();
      given
          .options(PastedBody::isPart)
          .forEach(
              one ->
                  parts.addAll(
                      one.name().equals("form")
                          ? FormPart.of(one.value(), notes)
                          : FormPart.literal(one.value(), notes)));
      return Optional.of(PastedHeaders.fields("multipart", Tree.items(parts)));
    }
    return hasData() && !given.has("get") ? data() : Optional.empty();
  }

  private Optional<Tree> data() {
    if (given.has(JSON_OPTION)) {
      headers.otherwise(TYPE, Body.Syntax.JSON.type());
      headers.otherwise("Accept", Body.Syntax.JSON.type());
    }
    boolean unsaid = !headers.has(TYPE);
    String text = joined();
    if (!files.isEmpty()) {
      if (files.size() == 1 && text.isEmpty()) {
        String type = headers.value(TYPE).orElse(unsaid ? FORM : "");
        return Optional.of(file(files.getFirst(), Optional.of(type)));
      }
      files.forEach(file -> notes.add(TEXT.get("data.several", Escapes.display(file))));
    }
    String type = unsaid ? FORM : headers.value(TYPE).orElse("");
    if (text.isEmpty() && !type.equals(FORM)) {
      if (type.isEmpty()) {
        headers.remove(TYPE);
      }
      return Optional.empty();
    }
    if (type.equals(FORM) && isForm(text)) {
      headers.remove(TYPE);
      return Optional.of(PastedHeaders.fields("form", Tree.items(rows(text))));
    }
    return Optional.of(text(text, type));
  }

  /** Whether it is fields of a form as they are sent: each has a name. */
  private static boolean isForm(String text) {
    String bare = VARIABLE.matcher(text).replaceAll("x");
    return !FOREIGN.matcher(bare).find()
        && (bare.isEmpty()
            || Arrays.stream(bare.split("&", -1)).allMatch(field -> field.indexOf('=') > 0));
  }

  private static List<Tree> rows(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split("&"))
            .map(
                field -> {
                  int equals = field.indexOf('=');
                  return (Tree)
                      Tree.Fields.NONE
                          .with("name", Percent.decodeQuery(field.substring(0, equals)))
                          .with("value", Percent.decodeQuery(field.substring(equals + 1)));
                })
            .toList();
  }

  private Tree text(String content, String type) {
    Body.Syntax syntax = syntax(type, content);
    String name =
        switch (syntax) {
          case JSON -> "json";
          case XML -> "xml";
          case PLAIN -> "text";
        };
    if (!type.isEmpty()) {
      headers.remove(TYPE);
    }
    return PastedHeaders.fields(
        name,
        type.isEmpty() || type.equals(syntax.type())
            ? Tree.text(content)
            : Tree.Fields.NONE.with("content", content).with("type", type));
  }

  private static Body.Syntax syntax(String type, String content) {
    String bare = type.replaceFirst("\\s*;.*", "").toLowerCase(Locale.ROOT);
    if (bare.endsWith("/json") || bare.endsWith("+json")) {
      return Body.Syntax.JSON;
    }
    if (bare.endsWith("/xml") || bare.endsWith("+xml")) {
      return Body.Syntax.XML;
    }
    boolean unsaid = bare.isEmpty() || bare.equals(FORM);
    return unsaid && content.stripLeading().startsWith("{") && !content.startsWith("{{")
        ? Body.Syntax.JSON
        : Body.Syntax.PLAIN;
  }

  private Tree file(String path, Optional<String> type) {
    type.ifPresent(_ -> headers.remove(TYPE));
    boolean isUsual =
        type.filter(said -> !said.isEmpty() && !said.equals(MediaTypes.of(path))).isEmpty();
    return PastedHeaders.fields(
        "file",
        isUsual
            ? Tree.text(path)
            : Tree.Fields.NONE.with("path", path).with("type", type.orElseThrow()));
  }

  /** All data as it is sent, or put behind the address; files are kept apart. */
  String joined() {
    StringBuilder joined = new StringBuilder();
    boolean first = true;
    for (Given.One one : given.options(DATA::contains)) {
      Optional<String> piece = piece(one);
      if (piece.isPresent()) {
        joined.append(first || one.name().equals(JSON_OPTION) ? "" : "&").append(piece.get());
        first = false;
      }
    }
    return joined.toString();
  }

  private Optional<String> piece(Given.One one) {
    String value = one.value();
    return switch (one.name()) {
      case "data-raw" -> Optional.of(value);
      case "data-urlencode" -> encoded(value);
      default -> {
        if (!value.startsWith("@")) {
          yield Optional.of(value);
        }
        file(value.substring(1));
        if (!one.name().equals("data-binary") && !one.name().equals(JSON_OPTION)) {
          notes.add(TEXT.get("data.lines", Escapes.display(value.substring(1))));
        }
        yield Optional.empty();
      }
    };
  }

  private void file(String path) {
    if (path.equals("-")) {
      notes.add(TEXT.get("data.input"));
    }
    files.add(path);
  }

  /** {@code content}, {@code =content}, {@code name=content}, {@code @file}, {@code name@file}. */
  Optional<String> encoded(String typed) {
    int equals = typed.indexOf('=');
    int at = typed.indexOf('@');
    if (equals < 0 && at >= 0) {
      notes.add(TEXT.get("data.encoded", Escapes.display(typed)));
      return Optional.empty();
    }
    String name = equals < 1 ? "" : typed.substring(0, equals + 1);
    return Optional.of(name + Encoding.keepingVariables(typed.substring(equals + 1)));
  }
}
