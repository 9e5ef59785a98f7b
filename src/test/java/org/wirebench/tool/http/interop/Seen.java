package org.wirebench.tool.http.interop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.tool.http.request.Percent;

/**
 * A request as a server saw it.
 *
 * @param body each byte as one character of Latin-1
 */
record Seen(String method, String target, Headers headers, String body) {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final Pattern FILENAME = Pattern.compile("filename=\"([^\"]*)\"");
  private static final Pattern TYPE = Pattern.compile("(?i)\r\nContent-Type: ?([^\r]*)");

  /** The values of a header, joined, as UTF-8; empty for none. */
  String header(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return new String(String.join(", ", values).getBytes(ISO_8859_1), UTF_8);
  }

  /** The type of the body without its boundary. */
  String type() {
    return header("Content-Type").replaceFirst("; ?boundary=.*", "");
  }

  /** What the body says, however its form or its parts are written; of files their types too. */
  List<String> content() {
    if (type().equals("multipart/form-data")) {
      return parts(body);
    }
    return type().startsWith("application/x-www-form-urlencoded")
        ? Arrays.stream(body.split("&")).map(Percent::decodeQuery).toList()
        : List.of(body);
  }

  private List<String> parts(String text) {
    Matcher boundary = BOUNDARY.matcher(header("Content-Type"));
    List<String> parts = new ArrayList<>();
    if (boundary.find()) {
      for (String part : text.split("(\r\n)?--" + Pattern.quote(boundary.group(1)) + "(--)?\r\n")) {
        int end = part.indexOf("\r\n\r\n");
        if (end > 0) {
          String head = part.substring(0, end);
          String file = found(FILENAME, head);
          String type = file.isEmpty() ? "" : found(TYPE, "\r\n" + head);
          parts.add(String.join("|", found(NAME, head), file, type, part.substring(end + 4)));
        }
      }
    }
    return parts;
  }

  private static String found(Pattern pattern, String in) {
    Matcher found = pattern.matcher(in);
    return found.find() ? found.group(1) : "";
  }
}
