package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Blocker;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Messages;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What came is said back. */
final class EchoEndpoints {
  private static final Messages TEXT = Messages.of(EchoEndpoints.class);
  private static final JsonMapper JSON = new JsonMapper();

  private EchoEndpoints() {}

  static List<Route> routes() {
    return List.of(
        Route.of("GET", "/get", TEXT.get("about.get"), EchoEndpoints::get),
        Route.of("POST", "/post", TEXT.get("about.post"), EchoEndpoints::sent),
        Route.of("PUT", "/put", TEXT.get("about.put"), EchoEndpoints::sent),
        Route.of("PATCH", "/patch", TEXT.get("about.patch"), EchoEndpoints::sent),
        Route.of("DELETE", "/delete", TEXT.get("about.delete"), EchoEndpoints::sent),
        Route.of("*", "/anything /anything/*", TEXT.get("about.anything"), EchoEndpoints::any));
  }

  private static void get(Call call) throws Exception {
    call.answer().json(200, call.tree("args", "headers", "origin", "url", "version"));
  }

  private static void sent(Call call) throws Exception {
    call.answer().json(200, everything(call, false));
  }

  private static void any(Call call) throws Exception {
    call.answer().json(200, everything(call, true));
  }

  /** All that the lab sees of a call. */
  static Map<String, Object> everything(Call call, boolean withMethod) throws IOException {
    Map<String, Object> tree = call.tree("args");
    tree.putAll(content(call));
    tree.putAll(call.tree("headers"));
    if (withMethod) {
      tree.putAll(call.tree("method"));
    }
    tree.putAll(call.tree("origin", "url", "version"));
    return tree;
  }

  private static Map<String, Object> content(Call call) throws IOException {
    ReceivedBody body = call.body();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("data", "");
    tree.put("files", Map.of());
    tree.put("form", Map.of());
    tree.put("json", null);
    String type = call.header("Content-Type").orElse("");
    String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!body.isWhole()) {
      tree.put("data", TEXT.get("echo.large", body.size()));
    } else if (essence.equals("application/x-www-form-urlencoded")) {
      tree.put("form", Pairs.parse(body.text()).tree());
    } else if (essence.equals("multipart/form-data")) {
      parts(type, body, tree);
    } else {
      tree.put("data", ReceivedBody.shown(body.kept()));
      tree.put("json", json(body));
    }
    tree.put("size", body.size());
    tree.put("sha256", body.sha256());
    return tree;
  }

  private static @Nullable Object json(ReceivedBody body) {
    try {
      return body.size() == 0 ? null : JSON.readTree(body.text());
    } catch (JacksonException none) {
      return null;
    }
  }

  /** What cannot be read as parts is shown as data. */
  private static void parts(String type, ReceivedBody body, Map<String, Object> tree) {
    String boundary = MultiPart.extractBoundary(type);
    if (boundary == null) {
      tree.put("data", ReceivedBody.shown(body.kept()));
      return;
    }
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
    parser.setUseFilesForPartsWithoutFileName(false);
    parser.setMaxMemoryFileSize(-1);
    Map<String, Object> form = new LinkedHashMap<>();
    Map<String, Object> files = new LinkedHashMap<>();
    try (MultiPartFormData.Parts parts = parsed(parser, body.kept())) {
      for (MultiPart.Part part : parts) {
        Map<String, Object> kind = part.getFileName() == null ? form : files;
        String content = content(part);
        kind.merge(part.getName(), content, EchoEndpoints::both);
      }
      tree.put("form", form);
      tree.put("files", files);
    } catch (IOException malformed) {
      tree.put("data", ReceivedBody.shown(body.kept()));
    }
  }

  private static MultiPartFormData.Parts parsed(MultiPartFormData.Parser parser, byte[] bytes)
      throws IOException {
    return Blocker.blockWithPromise(
        parts -> parser.parse(Content.Source.from(ByteBuffer.wrap(bytes)), parts));
  }

  private static String content(MultiPart.Part part) throws IOException {
    ByteBuffer content = Content.Source.asByteBuffer(part.createContentSource());
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    String shown = ReceivedBody.shown(bytes);
    Optional<String> type =
        Optional.ofNullable(part.getHeaders().getField("Content-Type")).map(HttpField::getValue);
    boolean isText = new String(bytes, UTF_8).equals(shown);
    return isText
        ? shown
        : shown.replaceFirst(
            "application/octet-stream", Matcher.quoteReplacement(type.orElse(Answer.BINARY)));
  }

  private static Object both(Object one, Object other) {
    return one instanceof List<?> list
        ? Stream.concat(list.stream(), Stream.of(other)).toList()
        : List.of(one, other);
  }
}
