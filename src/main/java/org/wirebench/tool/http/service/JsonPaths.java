package org.wirebench.tool.http.service;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.Jackson3JsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.Jackson3MappingProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.check.Value;
import org.wirebench.core.text.Messages;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSONPath (RFC 9535, as far as the library has it) over the body of an answer. */
public final class JsonPaths {
  private static final Messages TEXT = Messages.of(JsonPaths.class);

  /** How many bytes a document may have: it is read into the heap. */
  static final long LARGEST = 64L << 20;

  private static final JsonMapper JSON = new JsonMapper();
  private static final Configuration PLAIN =
      Configuration.builder()
          .jsonProvider(new Jackson3JsonNodeJsonProvider())
          .mappingProvider(new Jackson3MappingProvider())
          .options(Option.SUPPRESS_EXCEPTIONS)
          .build();

  private JsonPaths() {}

  /** Why {@code path} is none; empty where it is one. A path without its {@code $} is completed. */
  public static Optional<String> wrong(String path) {
    try {
      JsonPath _ = JsonPath.compile(whole(path));
      return Optional.empty();
    } catch (InvalidPathException | IllegalArgumentException wrong) {
      return Optional.of(
          TEXT.get("jsonPath.wrong", Escapes.display(String.valueOf(wrong.getMessage()))));
    }
  }

  /** What people leave out: {@code items[0].id} is {@code $.items[0].id}. */
  private static String whole(String path) {
    if (path.startsWith("$")) {
      return path;
    }
    return path.startsWith("[") ? "$" + path : "$." + path;
  }

  /**
   * What a path finds: a text, a number, or several where it names several; nothing where the body
   * is no JSON, or too large.
   */
  public static Value find(ByteStore body, String path) {
    if (body.size() > LARGEST) {
      return Value.missing();
    }
    JsonPath compiled = JsonPath.compile(whole(path));
    try (InputStream in = body.newInputStream()) {
      JsonNode document = JSON.readTree(in);
      JsonNode found = compiled.read(document, PLAIN);
      if (found == null) {
        return Value.missing();
      }
      return compiled.isDefinite() ? one(found) : many(found);
    } catch (JacksonException | PathNotFoundException nothing) {
      return Value.missing();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Value one(JsonNode found) {
    return found.isNumber() ? new Value.Numeric(found.decimalValue()) : Value.text(shown(found));
  }

  private static Value many(JsonNode found) {
    List<String> all = new ArrayList<>();
    found.forEach(node -> all.add(shown(node)));
    return Value.many(all);
  }

  /** A text is itself; all else is JSON. */
  private static String shown(JsonNode node) {
    return node.isString() ? node.stringValue() : node.toString();
  }
}
