package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads heads and trailers of HTTP/1 (RFC 9112 sections 4 and 5), none longer than a limit. The
 * answers of one connection are much alike, and a load run has very many of them: a line that is
 * that of the head before is not read anew.
 */
final class HeadReader {
  /** How many bytes a head may have. */
  static final int LARGEST = 256 * 1024;

  /** How many fields a head may have. */
  static final int MOST = 2000;

  private static final int LONGEST_LINE = 64 * 1024;

  /** How many lines of a head are remembered, and how long ones. */
  private static final int MOST_REMEMBERED = 32;

  private static final int LONGEST_REMEMBERED = 256;

  private final MessageInput in;
  private final List<Remembered> before = new ArrayList<>();

  /** A line of the head before, with its end. */
  private static final class Remembered {
    private final byte[] line;
    private final HeaderField field;

    Remembered(byte[] line, HeaderField field) {
      this.line = line;
      this.field = field;
    }
  }

  HeadReader(MessageInput in) {
    this.in = in;
  }

  /**
   * Reads one head, interim or not.
   *
   * @throws HttpException when it is none, is too long, or ends too early
   */
  ResponseHead read() throws IOException {
    long begin = in.taken();
    String line = line(begin);
    while (line.isEmpty() && in.taken() - begin < 8) {
      // Some servers send an empty line after a body (RFC 9112 section 2.2).
      line = line(begin);
    }
    StatusLine status = StatusLine.parse(line);
    return new ResponseHead(
        status.version(), status.code(), status.reason(), fields(begin), in.taken() - begin);
  }

  /** Reads fields up to the empty line that ends them. */
  List<HeaderField> fields(long begin) throws IOException {
    List<HeaderField> fields = new ArrayList<>();
    boolean more = true;
    while (more) {
      HeaderField known = asBefore(fields.size());
      if (known == null) {
        more = another(fields, line(begin));
      } else {
        fields.add(known);
      }
      if (fields.size() > MOST || in.taken() - begin > LARGEST) {
        throw HttpException.headTooLong(LARGEST);
      }
    }
    return fields;
  }

  private @Nullable HeaderField asBefore(int index) {
    Remembered one = index < before.size() ? before.get(index) : null;
    return one != null && in.takes(one.line) ? one.field : null;
  }

  /** Adds what a line says; false where it ends the head. */
  private boolean another(List<HeaderField> fields, String line) throws HttpException {
    if (line.isEmpty()) {
      return false;
    }
    if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
      fold(line, fields);
      return true;
    }
    HeaderField field = field(line);
    remember(fields.size(), line, field);
    fields.add(field);
    return true;
  }

  private void remember(int index, String line, HeaderField field) {
    if (index > before.size() || index >= MOST_REMEMBERED || line.length() > LONGEST_REMEMBERED) {
      return;
    }
    Remembered one = new Remembered((line + "\r\n").getBytes(ISO_8859_1), field);
    if (index < before.size()) {
      before.set(index, one);
    } else {
      before.add(one);
    }
  }

  private String line(long begin) throws IOException {
    String line = in.line(LONGEST_LINE);
    if (line == null) {
      throw HttpException.noAnswer(in.taken() - begin);
    }
    return line;
  }

  private static HeaderField field(String line) throws HttpException {
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw HttpException.badField(line);
    }
    return new HeaderField(
        line.substring(0, colon).strip(), Text.utf8(line.substring(colon + 1).strip()));
  }

  /** A value that goes on in the next line, as was allowed once (RFC 9112 section 5.2). */
  private static void fold(String line, List<HeaderField> fields) throws HttpException {
    if (fields.isEmpty()) {
      throw HttpException.badField(line);
    }
    HeaderField last = fields.removeLast();
    fields.add(
        new HeaderField(last.name(), (last.value() + " " + Text.utf8(line.strip())).strip()));
  }
}
