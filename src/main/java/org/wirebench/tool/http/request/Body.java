package org.wirebench.tool.http.request;

import java.util.List;
import org.wirebench.core.text.Messages;

/** What a request carries, whatever its method is. */
public sealed interface Body {
  /** Nothing. */
  record None() implements Body {}

  /**
   * A text.
   *
   * @param type its media type, empty for none
   */
  record Text(Syntax syntax, String content, String type) implements Body {
    /**
     * @throws IllegalArgumentException when the type is none; the message is for people
     */
    public Text {
      MediaTypes.check(type);
    }
  }

  /** What a text is written in. */
  enum Syntax {
    PLAIN("text/plain; charset=utf-8"),
    JSON("application/json"),
    XML("application/xml");

    private final String type;

    Syntax(String type) {
      this.type = type;
    }

    /** The media type that is said where the request says none. */
    public String type() {
      return type;
    }
  }

  /** The fields of a form, {@code application/x-www-form-urlencoded}. */
  record Form(List<NameValue> fields) implements Body {
    public Form {
      fields = List.copyOf(fields);
    }
  }

  /** Several parts, {@code multipart/form-data} (RFC 7578); files are streamed. */
  record Multipart(List<Part> parts) implements Body {
    public Multipart {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A part.
   *
   * @param name of the field
   * @param value its text, where it is no file
   * @param file the path of the file to send; empty for a text
   * @param type its media type; empty to leave it out for a text, and to guess it for a file
   * @param filename what the file is called; empty for its own name
   * @param off whether it is kept, but not sent
   */
  record Part(String name, String value, String file, String type, String filename, boolean off) {
    private static final Messages TEXT = Messages.of(Body.class);

    /**
     * @throws IllegalArgumentException when it is both a text and a file, or its type is none; the
     *     message is for people
     */
    public Part {
      if (!value.isEmpty() && !file.isEmpty()) {
        throw new IllegalArgumentException(TEXT.get("part.both"));
      }
      MediaTypes.check(type);
    }

    /** A text. */
    public static Part text(String name, String value) {
      return new Part(name, value, "", "", "", false);
    }

    /** A file, under its own name. */
    public static Part file(String name, String path) {
      return new Part(name, "", path, "", "", false);
    }

    /** Whether it is a file. */
    public boolean isFile() {
      return !file.isEmpty();
    }
  }

  /**
   * A file, streamed.
   *
   * @param path where it is
   * @param type its media type; empty to guess it
   */
  record File(String path, String type) implements Body {
    /**
     * @throws IllegalArgumentException when the type is none; the message is for people
     */
    public File {
      MediaTypes.check(type);
    }
  }

  /**
   * A question in GraphQL (graphql.org, "Serving over HTTP").
   *
   * @param variables an object of JSON; empty for none
   * @param operation which of several operations; empty for the only one
   */
  record GraphQl(String query, String variables, String operation) implements Body {}
}
