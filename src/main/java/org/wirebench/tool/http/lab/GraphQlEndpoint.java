package org.wirebench.tool.http.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A GraphQL server with the schema <code>type Query { hello: String, variables: JSON }</code>. Of a
 * question it understands the names of the outermost fields.
 */
final class GraphQlEndpoint {
  private static final Messages TEXT = Messages.of(GraphQlEndpoint.class);
  private static final JsonMapper JSON = new JsonMapper();

  /** Texts and comments first, so that a name in them is none. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\]|\\\\.)*\"|#[^\\n"
              + "]*|[{}()]|[$@]?[A-Za-z_]\\w*\\s*:?");

  private GraphQlEndpoint() {}

  static List<Route> routes() {
    return List.of(
        Route.of("GET POST", "/graphql", TEXT.get("about.graphql"), GraphQlEndpoint::answer)
            .like("/graphql?query={hello}"));
  }

  private static void answer(Call call) throws Exception {
    String query = call.query().text("query");
    JsonNode variables = JSON.createObjectNode();
    try {
      if (call.method().equals("POST")) {
        JsonNode body = JSON.readTree(call.body().text());
        query = body.path("query").asString("");
        variables = body.path("variables");
      } else if (!call.query().text("variables").isEmpty()) {
        variables = JSON.readTree(call.query().text("variables"));
      }
    } catch (JacksonException noJson) {
      errors(call, 400, TEXT.get("graphql.json"));
      return;
    }
    List<String> fields = fields(query);
    if (fields.isEmpty()) {
      errors(call, 400, TEXT.get("graphql.empty"));
      return;
    }
    answer(call, fields, variables);
  }

  private static void answer(Call call, List<String> fields, JsonNode variables) throws Exception {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    for (String field : fields) {
      switch (field) {
        case "hello" -> data.put(field, "Hello, " + variables.path("name").asString("world") + "!");
        case "variables" -> data.put(field, variables.isMissingNode() ? null : variables);
        case "__typename" -> data.put(field, "Query");
        default -> {
          errors(call, 200, TEXT.get("graphql.field", Escapes.display(field)));
          return;
        }
      }
    }
    call.answer().json(200, Map.of("data", data));
  }

  private static void errors(Call call, int status, String message) throws Exception {
    call.answer().json(status, Map.of("errors", List.of(Map.of("message", message))));
  }

  private static List<String> fields(String query) {
    List<String> fields = new ArrayList<>();
    int braces = 0;
    int brackets = 0;
    Matcher token = TOKEN.matcher(query);
    while (token.find()) {
      String text = token.group();
      switch (text) {
        case "{" -> braces++;
        case "}" -> braces--;
        case "(" -> brackets++;
        case ")" -> brackets--;
        default -> {
          boolean isName = Character.isLetter(text.charAt(0)) || text.charAt(0) == '_';
          // An alias ends with a colon, and the field follows.
          if (isName && !text.endsWith(":") && braces == 1 && brackets == 0) {
            fields.add(text.strip());
          }
        }
      }
    }
    return fields;
  }
}
