package org.wirebench.tool.http.request;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A question in GraphQL as the JSON that carries it. */
public final class GraphQlText {
  private static final JsonMapper JSON = new JsonMapper();

  private GraphQlText() {}

  /** Whether {@code variables} is empty, or an object of JSON. */
  static boolean isObject(String variables) {
    try {
      return variables.isBlank() || JSON.readTree(variables).isObject();
    } catch (JacksonException noJson) {
      return false;
    }
  }

  /** The body of the request. */
  public static String json(Body.GraphQl question) {
    ObjectNode body = JSON.createObjectNode().put("query", question.query());
    if (!question.variables().isBlank()) {
      JsonNode variables = JSON.readTree(question.variables());
      body.set("variables", variables);
    }
    if (!question.operation().isEmpty()) {
      body.put("operationName", question.operation());
    }
    return JSON.writeValueAsString(body);
  }
}
