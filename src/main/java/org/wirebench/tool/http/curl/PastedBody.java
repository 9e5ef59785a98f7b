package org.wirebench.tool.http.curl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

  private final Given given;
  private final PastedHeaders headers;
  private final List<String> notes;
  private final List<String> files = new ArrayList<>();

  /**
   * A piece of the data.
   *
   * @param sent as curl sends it
   * @param field the same as a field of a form
   * @param apart whether a sign is put between the piece before and it
   */
  private record Piece(String sent, String field, boolean apart) {}

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
    List<Piece> pieces = pieces();
    String text = joined(pieces, Piece::sent);
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
    String form = joined(pieces, Piece::field);
    if (type.equals(FORM) && isForm(form)) {
      headers.remove(TYPE);
      return Optional.of(PastedHeaders.fields("form", Tree.items(rows(form))));
    }
    return Optional.of(text(text, type));
  }

  /**
   * Whether it is fields of a form: each has a name, and is sent by a form byte for byte as it
   * stands here. {@code caf%E9} and {@code 100%} are not, and stay a text.
   */
  private static boolean isForm(String text) {
    return text.isEmpty() || Arrays.stream(text.split("&", -1)).allMatch(PastedBody::isField);
  }

  private static boolean isField(String text) {
    int equals = text.indexOf('=');
    return equals > 0
        && isAsSent(text.substring(0, equals))
        && isAsSent(text.substring(equals + 1));
  }

  private static boolean isAsSent(String text) {
    return Encoding.form(Percent.decodeQuery(text)).equals(text);
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

  /** All data as it is put behind the address. */
  String joined() {
    return joined(pieces(), Piece::sent);
  }

  private static String joined(List<Piece> pieces, Function<Piece, String> how) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      joined.append(i > 0 && pieces.get(i).apart() ? "&" : "").append(how.apply(pieces.get(i)));
    }
    return joined.toString();
  }

  /** All data but files, which are kept apart. */
  private List<Piece> pieces() {
    return given.options(DATA::contains).stream().flatMap(one -> piece(one).stream()).toList();
  }

  private Optional<Piece> piece(Given.One one) {
    String value = one.value();
    boolean apart = !one.name().equals(JSON_OPTION);
    if (one.name().equals("data-urlencode")) {
      return content(value)
          .map(
              content ->
                  new Piece(
                      name(value) + Encoding.strict(content),
                      name(value) + Encoding.form(content),
                      apart));
    }
    if (one.name().equals("data-raw") || !value.startsWith("@")) {
      return Optional.of(new Piece(value, value, apart));
    }
    file(value.substring(1));
    if (!one.name().equals("data-binary") && apart) {
      notes.add(TEXT.get("data.lines", Escapes.display(value.substring(1))));
    }
    return Optional.empty();
  }

  private void file(String path) {
    if (path.equals("-")) {
      notes.add(TEXT.get("data.input"));
    }
    files.add(path);
  }

  /** {@code content}, {@code =content}, {@code name=content}, {@code @file}, {@code name@file}. */
  Optional<String> encoded(String typed) {
    return content(typed).map(content -> name(typed) + Encoding.strict(content));
  }

  private static String name(String typed) {
    int equals = typed.indexOf('=');
    return equals < 1 ? "" : typed.substring(0, equals + 1);
  }

  private Optional<String> content(String typed) {
    int equals = typed.indexOf('=');
    if (equals < 0 && typed.indexOf('@') >= 0) {
      notes.add(TEXT.get("data.encoded", Escapes.display(typed)));
      return Optional.empty();
    }
    return Optional.of(typed.substring(equals + 1));
  }
}
