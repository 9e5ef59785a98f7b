package org.wirebench.tool.http.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.wirebench.core.text.Messages;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The posts and to-dos of tutorials. Nothing is kept of what is written. */
final class SampleEndpoints {
  private static final Messages TEXT = Messages.of(SampleEndpoints.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final int POSTS = 100;
  private static final int TODOS = 200;
  private static final int USERS = 10;

  private SampleEndpoints() {}

  static List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        resource(
            "/posts",
            POSTS,
            SampleEndpoints::post,
            TEXT.get("about.posts"),
            TEXT.get("about.post")));
    routes.addAll(
        resource(
            "/todos",
            TODOS,
            SampleEndpoints::todo,
            TEXT.get("about.todos"),
            TEXT.get("about.todo")));
    return routes;
  }

  private static List<Route> resource(
      String path, int count, LongFunction<Map<String, Object>> item, String all, String one) {
    return List.of(
        Route.of("GET", path, all, call -> list(call, count, item)),
        Route.of("POST", path, TEXT.get("about.create", count + 1), call -> create(call, count)),
        Route.of("GET PUT PATCH DELETE", path + "/{id}", one, call -> item(call, count, item))
            .like(path + "/1"));
  }

  private static Map<String, Object> post(long id) {
    Map<String, Object> post = new LinkedHashMap<>();
    post.put("userId", (id - 1) * USERS / POSTS + 1);
    post.put("id", id);
    post.put("title", TEXT.get("sample.title", id));
    post.put("body", TEXT.get("sample.body", id));
    return post;
  }

  private static Map<String, Object> todo(long id) {
    Map<String, Object> todo = new LinkedHashMap<>();
    todo.put("userId", (id - 1) * USERS / TODOS + 1);
    todo.put("id", id);
    todo.put("title", TEXT.get("sample.todo", id));
    todo.put("completed", id % 3 == 0);
    return todo;
  }

  private static void list(Call call, int count, LongFunction<Map<String, Object>> item)
      throws Exception {
    Optional<String> user = call.query().first("userId");
    List<Map<String, Object>> all = new ArrayList<>();
    for (long id = 1; id <= count; id++) {
      Map<String, Object> one = item.apply(id);
      if (user.isEmpty() || user.get().equals(String.valueOf(one.get("userId")))) {
        all.add(one);
      }
    }
    call.answer().json(200, all);
  }

  private static void create(Call call, int count) throws Exception {
    ObjectNode made = fields(call);
    made.put("id", count + 1);
    call.answer()
        .with("Location", call.url().split("\\?", 2)[0] + "/" + (count + 1))
        .json(201, made);
  }

  private static void item(Call call, int count, LongFunction<Map<String, Object>> item)
      throws Exception {
    String typed = call.named("id").orElse("");
    long id = typed.matches("\\d{1,9}") ? Long.parseLong(typed) : 0;
    if (id < 1 || id > count) {
      call.answer().json(404, Map.of());
      return;
    }
    switch (call.method()) {
      case "DELETE" -> call.answer().json(200, Map.of());
      case "PUT" -> call.answer().json(200, fields(call).put("id", id));
      case "PATCH" -> {
        ObjectNode changed = JSON.valueToTree(item.apply(id));
        changed.setAll(fields(call));
        call.answer().json(200, changed.put("id", id));
      }
      default -> call.answer().json(200, item.apply(id));
    }
  }

  /** What was sent: an object of JSON, or a form. */
  private static ObjectNode fields(Call call) throws Exception {
    String type = call.header("Content-Type").orElse("");
    if (type.startsWith("application/x-www-form-urlencoded")) {
      return JSON.valueToTree(Pairs.parse(call.body().text()).tree());
    }
    try {
      JsonNode tree = JSON.readTree(call.body().text());
      if (tree instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException noJson) {
      throw new RefusedException(400, TEXT.get("sample.object"));
    }
    throw new RefusedException(400, TEXT.get("sample.object"));
  }
}
