package org.wirebench.tool.http.lab;

import java.time.Duration;
import java.util.List;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Kind;
import org.wirebench.core.workspace.Kinds;
import org.wirebench.core.workspace.Reader;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;
import org.wirebench.tool.http.request.HeaderLine;

/** How the routes of the user are typed in a file. */
public final class MockRoutes {
  private static final Messages TEXT = Messages.of(MockRoutes.class);

  public static final Field<String> METHOD =
      Field.of("method", method()).or("GET").about(TEXT.get("mock.field.method"));
  public static final Field<String> PATH =
      Field.of("path", path()).required().about(TEXT.get("mock.field.path"));
  public static final Field<Integer> STATUS =
      Field.integer("status", MockRoute.LOWEST, MockRoute.HIGHEST)
          .or(200)
          .about(TEXT.get("mock.field.status"));
  public static final Field<List<HeaderLine>> HEADERS =
      Field.list("headers", HeaderLine.kind()).or(List.of()).about(TEXT.get("mock.field.headers"));
  public static final Field<String> BODY =
      Field.of("body", body()).or("").about(TEXT.get("mock.field.body"));
  public static final Field<Duration> DELAY =
      Field.duration("delay").or(Duration.ZERO).about(TEXT.get("mock.field.delay"));
  public static final Field<Fault> FAULT =
      Field.choice("fault", Fault.class).or(Fault.NONE).about(TEXT.get("mock.field.fault"));

  public static final Field<Boolean> OFF =
      Field.flag("off").or(false).about(TEXT.get("mock.field.off"));

  /** The fields of one route. */
  public static final Shape ROUTE =
      Shape.of(METHOD, PATH, STATUS, HEADERS, BODY, DELAY, FAULT, OFF);

  public static final Field<List<MockRoute>> ROUTES =
      Field.list("routes", Kinds.object(ROUTE, MockRoutes::route, MockRoutes::write))
          .or(List.of())
          .about(TEXT.get("mock.field.routes"));

  /** All of them, in the order in which they are tried. */
  public static final Shape SHAPE = Shape.of(ROUTES);

  private MockRoutes() {}

  private static Kind<String> method() {
    return Kinds.parsed(
        TEXT.get("mock.kind.method"),
        text -> {
          MockRoute.checkMethod(text);
          return text;
        },
        text -> text);
  }

  private static Kind<String> path() {
    return Kinds.parsed(
        TEXT.get("mock.kind.path"), text -> PathPattern.parse(text).toString(), text -> text);
  }

  private static Kind<String> body() {
    return Kinds.parsed(
        TEXT.get("mock.kind.body"),
        text -> {
          MockTemplate _ = MockTemplate.parse(text);
          return text;
        },
        text -> text);
  }

  private static MockRoute route(Reader reader) {
    try {
      MockTemplate.parse(reader.get(BODY)).checkNames(PathPattern.parse(reader.get(PATH)).names());
    } catch (IllegalArgumentException unknown) {
      reader.problem(BODY, String.valueOf(unknown.getMessage()));
      throw unknown;
    }
    return new MockRoute(
        reader.get(METHOD),
        reader.get(PATH),
        reader.get(STATUS),
        reader.get(HEADERS),
        reader.get(BODY),
        reader.get(DELAY),
        reader.get(FAULT),
        reader.get(OFF));
  }

  private static Tree.Fields write(MockRoute route) {
    return ROUTE
        .writer()
        .put(METHOD, route.method())
        .put(PATH, route.path())
        .put(STATUS, route.status())
        .put(HEADERS, route.headers())
        .put(BODY, route.body())
        .put(DELAY, route.delay())
        .put(FAULT, route.fault())
        .put(OFF, route.off())
        .fields();
  }

  /**
   * The routes that were typed.
   *
   * @param path where they stand, for the problems: {@code request}
   */
  public static Bound<List<MockRoute>> bind(Tree.Fields typed, String path) {
    return SHAPE.bind(typed, path, reader -> reader.get(ROUTES));
  }

  /** As {@link #bind}, one route by itself. */
  public static Bound<MockRoute> bindOne(Tree.Fields typed, String path) {
    return ROUTE.bind(typed, path, MockRoutes::route);
  }

  /** The inverse of {@link #bind}. */
  public static Tree.Fields write(List<MockRoute> routes) {
    return SHAPE.writer().put(ROUTES, routes).fields();
  }
}
