package org.wirebench.core.workspace;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import org.wirebench.core.text.Messages;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLSchema;

/**
 * Reads YAML 1.2 into trees of text: every scalar stays as it was typed. A file is someone else's
 * as soon as it comes from a repository, so its size and depth are bounded and it cannot refer to
 * itself.
 */
final class YamlReader {
  /** How large a file may be, in bytes. */
  static final int LARGEST = 8 * 1024 * 1024;

  /** How deep lists and fields may nest. */
  static final int DEEPEST = 32;

  private static final Messages TEXT = Messages.of(YamlReader.class);
  private static final YAMLFactory FORMAT =
      YAMLFactory.builder()
          .yamlSchema(YAMLSchema.FAILSAFE)
          .loadSettings(
              LoadSettings.builder()
                  .setSchema(new FailsafeSchema())
                  .setCodePointLimit(LARGEST)
                  // They are refused below, in our own words.
                  .setAllowDuplicateKeys(true)
                  .build())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(10 * DEEPEST)
                  .maxStringLength(LARGEST)
                  .maxNameLength(LARGEST)
                  .build())
          .build();

  private final Path source;
  private final YAMLParser parser;

  private YamlReader(Path source, YAMLParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /**
   * The documents in {@code bytes}; empty ones are left out.
   *
   * @param source named in errors
   * @throws DamagedFileException at the first thing that is wrong
   */
  static List<Tree> read(Path source, byte[] bytes) throws DamagedFileException {
    if (bytes.length > LARGEST) {
      throw new DamagedFileException(source, new Mark(1, 1), TEXT.get("yaml.large", LARGEST));
    }
    String text = decoded(source, bytes);
    try (YAMLParser parser = parserOf(text)) {
      return new YamlReader(source, parser).documents();
    } catch (JacksonException wrong) {
      throw damaged(source, wrong);
    }
  }

  private static YAMLParser parserOf(String text) {
    if (FORMAT.createParser(ObjectReadContext.empty(), text) instanceof YAMLParser parser) {
      return parser;
    }
    throw new IllegalStateException("the YAML factory made no YAML parser");
  }

  private static String decoded(Path source, byte[] bytes) throws DamagedFileException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      throw new DamagedFileException(source, endOf(text), TEXT.get("yaml.utf8"));
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean allowed =
          c >= ' ' ? c != 0x7f && (c < 0x80 || c >= 0xa0 || c == 0x85) : "\t\n\r".indexOf(c) >= 0;
      if (!allowed || c == 0xfffe || c == 0xffff) {
        throw new DamagedFileException(
            source,
            endOf(text.substring(0, i)),
            TEXT.get("yaml.control", String.format("%04X", (int) c)));
      }
    }
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static Mark endOf(String text) {
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    return new Mark(line, text.length() - text.lastIndexOf('\n'));
  }

  private List<Tree> documents() throws DamagedFileException {
    List<Tree> documents = new ArrayList<>();
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token != JsonToken.VALUE_NULL) {
        documents.add(tree(token, 1));
      }
    }
    return documents;
  }

  private Tree tree(JsonToken token, int depth) throws DamagedFileException {
    Mark mark = mark();
    if (depth > DEEPEST) {
      throw new DamagedFileException(source, mark, TEXT.get("yaml.deep", DEEPEST));
    }
    if (parser.isCurrentAlias()) {
      throw new DamagedFileException(source, mark, TEXT.get("yaml.alias"));
    }
    return switch (token) {
      case START_OBJECT -> fields(mark, depth);
      case START_ARRAY -> items(mark, depth);
      case VALUE_NULL -> new Tree.Text("", mark);
      case VALUE_STRING -> new Tree.Text(parser.getString(), mark);
      default -> throw new DamagedFileException(source, mark, TEXT.get("yaml.tag"));
    };
  }

  private Tree fields(Mark mark, int depth) throws DamagedFileException {
    SequencedMap<String, Tree> values = new LinkedHashMap<>();
    Map<String, Mark> keyMarks = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Mark keyMark = mark();
      if (keyMarks.putIfAbsent(name, keyMark) != null) {
        throw new DamagedFileException(source, keyMark, TEXT.get("yaml.twice", shown(name)));
      }
      values.put(name, tree(parser.nextToken(), depth + 1));
    }
    return new Tree.Fields(values, keyMarks, mark);
  }

  private Tree items(Mark mark, int depth) throws DamagedFileException {
    List<Tree> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(tree(token, depth + 1));
    }
    return new Tree.Items(items, mark);
  }

  private Mark mark() {
    return markOf(parser.currentTokenLocation());
  }

  private static Mark markOf(TokenStreamLocation location) {
    return new Mark(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  /** What the parser said; its own text draws the line with a caret, which is too much here. */
  private static DamagedFileException damaged(Path source, JacksonException wrong) {
    DamagedFileException damaged;
    if (wrong.getCause() instanceof MarkedYamlEngineException yaml
        && yaml.getProblemMark().isPresent()) {
      var place = yaml.getProblemMark().get();
      damaged =
          new DamagedFileException(
              source,
              new Mark(place.getLine() + 1, place.getColumn() + 1),
              TEXT.get("yaml.syntax", yaml.getProblem()));
    } else {
      String said = String.valueOf(wrong.getOriginalMessage()).lines().findFirst().orElse("");
      damaged =
          new DamagedFileException(
              source, markOf(wrong.getLocation()), TEXT.get("yaml.syntax", said));
    }
    damaged.initCause(wrong);
    return damaged;
  }

  /** A name from a file, short enough for a sentence. */
  static String shown(String name) {
    return name.length() <= 60 ? name : name.substring(0, 60) + "…";
  }
}
