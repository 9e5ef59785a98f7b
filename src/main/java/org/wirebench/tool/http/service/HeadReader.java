package org.wirebench.tool.http.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads heads and trailers of HTTP/1 (RFC 9112 sections 4 and 5), none longer than a limit. */
final class HeadReader {
  /** How many bytes a head may have. */
  static final int LARGEST = 256 * 1024;

  /** How many fields a head may have. */
  static final int MOST = 2000;

  private static final int LONGEST_LINE = 64 * 1024;

  private final MessageInput in;

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
    for (String line = line(begin); !line.isEmpty(); line = line(begin)) {
      if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        fold(line, fields);
      } else {
        fields.add(field(line));
      }
      if (fields.size() > MOST || in.taken() - begin > LARGEST) {
        throw HttpException.headTooLong(LARGEST);
      }
    }
    return fields;
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
