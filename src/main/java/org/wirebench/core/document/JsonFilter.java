package org.wirebench.core.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.Jackson3JsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.Jackson3MappingProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Filters JSON by a JSONPath. The document is read into the heap for it, so it may not be large.
 * Several texts that follow each other are filtered one by one. Safe for use by any thread.
 */
public final class JsonFilter {
  /** How many bytes a document may have. */
  public static final long MOST = 64L << 20;

  private static final Messages TEXT = Messages.of(JsonFilter.class);

  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private final Configuration configuration =
      Configuration.builder()
          .jsonProvider(new Jackson3JsonNodeJsonProvider(mapper))
          .mappingProvider(new Jackson3MappingProvider(mapper))
          .build();

  /**
   * Filters a document.
   *
   * @param charset what it is in, as {@link DocumentText} gives it
   * @param path what was typed: {@code $.store.book[?(@.price < 10)].title}
   * @param stores where what is found lies: for a path that can mean but one place the value there,
   *     else an array of values
   * @throws FilterProblem when the path, or the document, is not as it should be
   * @throws InterruptedException when the job is cancelled
   * @throws IOException when the document cannot be read, or the disk is full
   */
  public Filtered run(
      ByteStore document, Charset charset, String path, ByteStores stores, JobContext context)
      throws Exception {
    JsonPath compiled = compile(path);
    long size = document.size();
    if (size > MOST) {
      String most = Amounts.bytes(MOST);
      throw new FilterProblem(TEXT.get("filter.large", Amounts.bytes(size), most));
    }
    ArrayNode found = context.abandonable("filter", () -> find(document, size, charset, compiled));
    boolean single = compiled.isDefinite() && found.size() == 1;
    byte[] bytes = mapper.writeValueAsBytes(single ? found.get(0) : found);
    ByteStore result = stores.create();
    try {
      result.append(bytes, 0, bytes.length);
    } catch (IOException failed) {
      result.close();
      throw failed;
    }
    return new Filtered(result, UTF_8, found.size());
  }

  private static JsonPath compile(String path) throws FilterProblem {
    try {
      return JsonPath.compile(path.strip());
    } catch (InvalidPathException | IllegalArgumentException wrong) {
      throw new FilterProblem(TEXT.get("filter.path", reason(wrong)), wrong);
    }
  }

  private static String reason(Exception wrong) {
    // The parser of paths runs over the end of one that is not typed to its end.
    if (wrong.getCause() instanceof IndexOutOfBoundsException) {
      return TEXT.get("filter.unfinished");
    }
    return Escapes.display(String.valueOf(wrong.getMessage()).lines().findFirst().orElse(""));
  }

  private ArrayNode find(ByteStore document, long size, Charset charset, JsonPath path)
      throws FilterProblem {
    ArrayNode found = mapper.createArrayNode();
    try (JsonParser texts = texts(document.newInputStream(0, size), charset)) {
      while (texts.nextToken() != null) {
        add(mapper.readTree(texts), path, found);
      }
    } catch (JacksonException broken) {
      String reason = Escapes.display(String.valueOf(broken.getOriginalMessage()));
      throw new FilterProblem(TEXT.get("filter.json", reason), broken);
    }
    return found;
  }

  private JsonParser texts(InputStream in, Charset charset) {
    return charset.equals(UTF_8)
        ? mapper.createParser(in)
        : mapper.createParser(new InputStreamReader(in, charset));
  }

  private void add(JsonNode text, JsonPath path, ArrayNode found) throws FilterProblem {
    try {
      Object values = path.read(text, configuration);
      if (!path.isDefinite() && values instanceof ArrayNode array) {
        found.addAll(array);
      } else {
        found.add(mapper.<JsonNode>valueToTree(values));
      }
    } catch (PathNotFoundException none) {
      // Nothing there is no mistake: nothing is added.
      return;
    } catch (JsonPathException wrong) {
      throw new FilterProblem(TEXT.get("filter.path", reason(wrong)), wrong);
    }
  }
}
