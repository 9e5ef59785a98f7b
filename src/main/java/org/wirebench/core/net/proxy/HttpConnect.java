package org.wirebench.core.net.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.net.proxy.ProxyException.Problem;

/** Asks an HTTP proxy for a tunnel (RFC 9110 section 9.3.6). */
public final class HttpConnect {
  /** A longer head of an answer is refused, bytes. */
  static final int LONGEST_HEAD = 32 * 1024;

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[0-9] ([1-5][0-9]{2})(?: .*)?");
  private static final String BEGINNING = "HTTP/";
  private static final int SHOWN = 200;

  /** What stands for a login that the proxy quotes. */
  private static final String HIDDEN = "***";

  private HttpConnect() {}

  /**
   * Returns when the tunnel stands; the next byte of {@code in} is of the target.
   *
   * @param target host and port, an IPv6 address in brackets
   * @param user empty for none
   * @throws ProxyException when the proxy says no, or is none
   */
  public static void open(
      InputStream in, OutputStream out, String target, String user, String password)
      throws IOException {
    out.write(request(target, user, password).getBytes(StandardCharsets.UTF_8));
    out.flush();
    try {
      readAnswer(in, user);
    } catch (ProxyException no) {
      throw new ProxyException(no.problem(), shown(no.answer(), user, password));
    }
  }

  private static void readAnswer(InputStream in, String user) throws IOException {
    int status;
    List<String> head;
    do {
      head = head(in);
      status = status(head.getFirst());
      // Interim answers come before the one that counts (RFC 9110 section 15.2).
    } while (status < 200);
    if (status >= 300) {
      throw refusal(status, head, user);
    }
  }

  private static String request(String target, String user, String password) {
    StringBuilder request = new StringBuilder();
    request.append("CONNECT ").append(target).append(" HTTP/1.1\r\n");
    request.append("Host: ").append(target).append("\r\n");
    if (!user.isEmpty()) {
      request.append("Proxy-Authorization: ").append(basic(user, password)).append("\r\n");
    }
    return request.append("\r\n").toString();
  }

  /** What shows a proxy who asks (RFC 7617 section 2). */
  public static String basic(String user, String password) {
    return "Basic " + login(user, password);
  }

  private static String login(String user, String password) {
    return Base64.getEncoder()
        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** The beginning of what the proxy said; it goes into reports, so a login in it is hidden. */
  private static String shown(String answer, String user, String password) {
    String clean = answer;
    if (!user.isEmpty()) {
      clean = clean.replace(login(user, password), HIDDEN);
    }
    if (!password.isEmpty()) {
      clean = clean.replace(password, HIDDEN);
    }
    return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN);
  }

  /** The lines up to the empty one. Read byte by byte, since what follows is not ours. */
  private static List<String> head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int lineLength = 0;
    while (true) {
      int b = in.read();
      if (b < 0) {
        throw new ProxyException(
            head.size() == 0 ? Problem.ENDED : Problem.NOT_A_PROXY, text(head));
      }
      head.write(b);
      if (head.size() == BEGINNING.length() && !text(head).equals(BEGINNING)) {
        // No more is waited for, but people want to see what else is there.
        head.writeBytes(in.readNBytes(Math.min(SHOWN, in.available())));
        throw new ProxyException(Problem.NOT_A_PROXY, text(head));
      }
      if (head.size() > LONGEST_HEAD) {
        throw new ProxyException(Problem.NOT_A_PROXY, text(head));
      }
      if (b == '\n') {
        if (lineLength == 0) {
          return text(head).lines().toList();
        }
        lineLength = 0;
      } else if (b != '\r') {
        lineLength++;
      }
    }
  }

  private static String text(ByteArrayOutputStream head) {
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static int status(String line) throws ProxyException {
    Matcher matcher = STATUS.matcher(line);
    if (!matcher.matches()) {
      throw new ProxyException(Problem.NOT_A_PROXY, line);
    }
    return Integer.parseInt(matcher.group(1));
  }

  private static ProxyException refusal(int status, List<String> head, String user) {
    Problem problem =
        switch (status) {
          case 407 -> authentication(head, user);
          case 401, 403, 451 -> Problem.FORBIDDEN;
          case 404, 502, 503 -> Problem.UNREACHABLE;
          case 408, 504 -> Problem.TIMED_OUT;
          case 400, 405, 501, 505 -> Problem.UNSUPPORTED;
          default -> Problem.REJECTED;
        };
    return new ProxyException(problem, head.getFirst());
  }

  private static Problem authentication(List<String> head, String user) {
    List<String> offers =
        head.stream()
            .map(line -> line.toLowerCase(Locale.ROOT))
            .filter(line -> line.startsWith("proxy-authenticate:"))
            .toList();
    if (!offers.isEmpty() && offers.stream().noneMatch(line -> line.contains("basic"))) {
      return Problem.AUTHENTICATION_UNSUPPORTED;
    }
    return user.isEmpty() ? Problem.AUTHENTICATION_REQUIRED : Problem.AUTHENTICATION_FAILED;
  }
}
