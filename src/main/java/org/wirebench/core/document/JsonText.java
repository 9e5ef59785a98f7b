package org.wirebench.core.document;

import java.io.StringWriter;
import java.util.Optional;
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
  private JsonText() {}

  /** The first fault; empty where it is one JSON value. */
  public static Optional<TextFault> fault(String text) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      JsonToken first = parser.nextToken();
      if (first != null) {
        JsonParser _ = parser.skipChildren();
        JsonToken more = parser.nextToken();
        return more == null ? Optional.empty() : Optional.of(at(parser, "..."));
      }
      return Optional.of(new TextFault(1, 1, ""));
    } catch (JacksonException wrong) {
      TokenStreamLocation where = wrong.getLocation();
      return Optional.of(
          new TextFault(where.getLineNr(), where.getColumnNr(), wrong.getOriginalMessage()));
    }
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
