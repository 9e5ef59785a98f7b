package org.wirebench.tool.http.request;

import java.util.List;
import java.util.Optional;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Kind;
import org.wirebench.core.workspace.Kinds;
import org.wirebench.core.workspace.Kinds.Option;
import org.wirebench.core.workspace.Reader;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;

/** How bodies are typed in a file. */
final class BodyKinds {
  private static final Messages TEXT = Messages.of(BodyKinds.class);

  private static final Field<String> CONTENT =
      Field.text("content").or("").about(TEXT.get("text.content"));
  private static final Field<String> TYPE = Field.text("type").or("").about(TEXT.get("body.type"));
  private static final Shape TEXT_SHAPE = Shape.of(CONTENT, TYPE);

  private static final Field<String> PATH =
      Field.path("path").required().about(TEXT.get("file.path"));
  private static final Shape FILE_SHAPE = Shape.of(PATH, TYPE);

  private static final Field<String> QUERY =
      Field.text("query").required().about(TEXT.get("graphql.query"));
  private static final Field<String> VARIABLES =
      Field.text("variables").or("").about(TEXT.get("graphql.variables"));
  private static final Field<String> OPERATION =
      Field.text("operation").or("").about(TEXT.get("graphql.operation"));
  private static final Shape GRAPHQL_SHAPE = Shape.of(QUERY, VARIABLES, OPERATION);

  private static final Field<String> FILE = Field.path("file").or("").about(TEXT.get("part.file"));
  private static final Field<String> FILENAME =
      Field.text("filename").or("").about(TEXT.get("part.filename"));
  private static final Shape PART_SHAPE =
      Shape.of(NameValue.NAME, NameValue.VALUE, FILE, TYPE, FILENAME, NameValue.OFF);

  private BodyKinds() {}

  static Kind<Body> body() {
    return Kinds.noneOr(
        new Body.None(),
        List.of(
            text("json", Body.Syntax.JSON),
            text("xml", Body.Syntax.XML),
            text("text", Body.Syntax.PLAIN),
            new Option<Body, List<NameValue>>(
                "form",
                TEXT.get("body.form"),
                Kinds.list(NameValue.kind()),
                Body.Form::new,
                body ->
                    body instanceof Body.Form(List<NameValue> fields)
                        ? Optional.of(fields)
                        : Optional.empty()),
            new Option<Body, List<Body.Part>>(
                "multipart",
                TEXT.get("body.multipart"),
                Kinds.list(Kinds.object(PART_SHAPE, BodyKinds::part, BodyKinds::write)),
                Body.Multipart::new,
                body ->
                    body instanceof Body.Multipart(List<Body.Part> parts)
                        ? Optional.of(parts)
                        : Optional.empty()),
            new Option<Body, Body.File>(
                "file",
                TEXT.get("body.file"),
                file(),
                file -> file,
                body -> body instanceof Body.File file ? Optional.of(file) : Optional.empty()),
            new Option<Body, Body.GraphQl>(
                "graphql",
                TEXT.get("body.graphql"),
                Kinds.object(GRAPHQL_SHAPE, BodyKinds::graphQl, BodyKinds::write),
                question -> question,
                body ->
                    body instanceof Body.GraphQl question
                        ? Optional.of(question)
                        : Optional.empty())));
  }

  private static Option<Body, Body.Text> text(String name, Body.Syntax syntax) {
    return new Option<>(
        name,
        TEXT.get(syntax),
        Kinds.shortOrLong(
            Kinds.parsed(
                TEXT.get("kind.content"),
                content -> new Body.Text(syntax, content, ""),
                Body.Text::content),
            Kinds.object(
                TEXT_SHAPE,
                reader -> new Body.Text(syntax, reader.get(CONTENT), reader.get(TYPE)),
                body ->
                    TEXT_SHAPE
                        .writer()
                        .put(CONTENT, body.content())
                        .put(TYPE, body.type())
                        .fields()),
            body -> body.type().isEmpty()),
        body -> body,
        body ->
            body instanceof Body.Text text && text.syntax() == syntax
                ? Optional.of(text)
                : Optional.empty());
  }

  private static Kind<Body.File> file() {
    return Kinds.shortOrLong(
        Kinds.parsed(TEXT.get("kind.file"), path -> new Body.File(path, ""), Body.File::path),
        Kinds.object(
            FILE_SHAPE,
            reader -> new Body.File(reader.get(PATH), reader.get(TYPE)),
            file -> FILE_SHAPE.writer().put(PATH, file.path()).put(TYPE, file.type()).fields()),
        file -> file.type().isEmpty());
  }

  private static Body.Part part(Reader reader) {
    return new Body.Part(
        reader.get(NameValue.NAME),
        reader.get(NameValue.VALUE),
        reader.get(FILE),
        reader.get(TYPE),
        reader.get(FILENAME),
        reader.get(NameValue.OFF));
  }

  private static Tree.Fields write(Body.Part part) {
    return PART_SHAPE
        .writer()
        .put(NameValue.NAME, part.name())
        .put(NameValue.VALUE, part.value())
        .put(FILE, part.file())
        .put(TYPE, part.type())
        .put(FILENAME, part.filename())
        .put(NameValue.OFF, part.off())
        .fields();
  }

  private static Body.GraphQl graphQl(Reader reader) {
    if (!GraphQlText.isObject(reader.get(VARIABLES))) {
      reader.problem(VARIABLES, TEXT.get("graphql.object"));
    }
    return new Body.GraphQl(reader.get(QUERY), reader.get(VARIABLES), reader.get(OPERATION));
  }

  private static Tree.Fields write(Body.GraphQl question) {
    return GRAPHQL_SHAPE
        .writer()
        .put(QUERY, question.query())
        .put(VARIABLES, question.variables())
        .put(OPERATION, question.operation())
        .fields();
  }
}
