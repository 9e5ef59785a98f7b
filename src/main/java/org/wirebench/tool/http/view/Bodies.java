package org.wirebench.tool.http.view;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.fx.document.Document;
import org.wirebench.tool.http.service.Exchange;
import org.wirebench.tool.http.service.ResponseHead;

/** The bodies of answers as documents. */
final class Bodies {
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]+)");
  private static final int LONGEST_NAME = 60;

  private Bodies() {}

  static Document document(Exchange exchange) {
    String type = exchange.head().map(ResponseHead::mediaType).orElse("");
    Optional<Charset> charset =
        exchange.head().flatMap(head -> head.first("Content-Type")).flatMap(Bodies::charset);
    return new Document(exchange.body(), type, charset, name(exchange, type), exchange.arrivals());
  }

  /** What the server says, which is a stranger: only a charset that is there. */
  private static Optional<Charset> charset(String contentType) {
    Matcher found = CHARSET.matcher(contentType);
    if (!found.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(found.group(1)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  /** The last part of the path, with an end that says what it is. */
  private static String name(Exchange exchange, String type) {
    String path = exchange.sent().url().path().replaceAll("/+$", "");
    String last = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
    String name = last.isBlank() || last.startsWith(".") ? "response" : last;
    String whole = name.contains(".") ? name : name + ending(type);
    return whole.substring(Math.max(0, whole.length() - LONGEST_NAME));
  }

  private static String ending(String type) {
    String kind = type.substring(type.lastIndexOf('/') + 1);
    return switch (kind.substring(kind.lastIndexOf('+') + 1)) {
      case "json" -> ".json";
      case "xml" -> ".xml";
      case "html" -> ".html";
      case "plain", "event-stream" -> ".txt";
      case "png" -> ".png";
      case "jpeg" -> ".jpg";
      case "gif" -> ".gif";
      case "csv" -> ".csv";
      default -> ".bin";
    };
  }
}
