package org.wirebench.core.document;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** JSON that is typed (RFC 8259): where it is wrong, and how it is set out to be read. */
public final class JsonText {
  /** What the messages of the parser hold, the more special first. */
  private static final SequencedMap<String, JsonFault> FAULTS = new LinkedHashMap<>();

  static {
    FAULTS.put("end-of-input", JsonFault.END);
    FAULTS.put("a colon", JsonFault.COLON);
    FAULTS.put("expecting comma", JsonFault.COMMA);
    FAULTS.put("to start property name", JsonFault.NAME);
    FAULTS.put("unquoted character", JsonFault.CONTROL);
    FAULTS.put("character escape", JsonFault.ESCAPE);
    FAULTS.put("escape sequence", JsonFault.ESCAPE);
    FAULTS.put("Unrecognized token", JsonFault.LITERAL);
    FAULTS.put("numeric value", JsonFault.NUMBER);
    FAULTS.put("a valid value", JsonFault.VALUE);
    FAULTS.put("expected a value", JsonFault.VALUE);
    FAULTS.put("Unexpected close marker", JsonFault.COMMA);
  }

  private JsonText() {}

  /** The first fault; empty where it is one JSON value. */
  public static Optional<TextFault> fault(String text) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      JsonToken first = parser.nextToken();
      if (first != null) {
        JsonParser _ = parser.skipChildren();
        JsonToken more = parser.nextToken();
        return more == null ? Optional.empty() : Optional.of(at(parser, JsonFault.MORE.title()));
      }
      return Optional.of(new TextFault(1, 1, ""));
    } catch (JacksonException wrong) {
      TokenStreamLocation where = wrong.getLocation();
      return Optional.of(
          new TextFault(
              where.getLineNr(), where.getColumnNr(), reason(wrong.getOriginalMessage())));
    }
  }

  /** The words of the other views for what the parser says in those of who writes parsers. */
  private static String reason(String said) {
    return FAULTS.entrySet().stream()
        .filter(one -> said.contains(one.getKey()))
        .findFirst()
        .map(one -> one.getValue().title())
        .orElse(said);
  }

  private static TextFault at(JsonParser parser, String reason) {
    TokenStreamLocation where = parser.currentTokenLocation();
    return new TextFault(where.getLineNr(), where.getColumnNr(), reason);
  }

  /** The same values with a line for each, numbers as they were typed; empty where it is wrong. */
  public static Optional<String> setOut(String text) {
    if (fault(text).isPresent()) {
      return Optional.empty();
    }
    StringWriter out = new StringWriter();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text);
        JsonGenerator generator = new JsonFactory().createGenerator(new Indented(), out)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken().isNumeric()) {
          generator.writeNumber(parser.getString());
        } else {
          generator.copyCurrentEvent(parser);
        }
      }
    }
    return Optional.of(out.toString());
  }

  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      Separators plain =
          Separators.createDefaultInstance()
              .withObjectNameValueSpacing(Separators.Spacing.AFTER)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator("");
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      return new DefaultPrettyPrinter(plain).withObjectIndenter(lines).withArrayIndenter(lines);
    }
  }
}
