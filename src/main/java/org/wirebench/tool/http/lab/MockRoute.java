package org.wirebench.tool.http.lab;

import java.time.Duration;
import java.util.List;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.HeaderLine;

/**
 * An answer that the user has the lab give.
 *
 * @param method the method that is answered, or {@link #ANY}
 * @param path a pattern: <code>{name}</code> stands for one segment, a star at the end for the rest
 * @param status from 200 to 599
 * @param headers those of the answer; what is off is not sent
 * @param body a text with places such as <code>${path.name}</code>, see {@link MockTemplate}
 * @param delay how long the answer waits
 * @param fault how it goes wrong
 * @param off whether it is kept, but answers nothing
 */
public record MockRoute(
    String method,
    String path,
    int status,
    List<HeaderLine> headers,
    String body,
    Duration delay,
    Fault fault,
    boolean off) {
  /** Stands for every method. */
  public static final String ANY = "*";

  /** The lowest status that ends an answer. */
  public static final int LOWEST = 200;

  static final int HIGHEST = 599;

  private static final Messages TEXT = Messages.of(MockRoute.class);

  /**
   * @throws IllegalArgumentException when a part is not what it should be; the message is for
   *     people
   */
  public MockRoute {
    checkMethod(method);
    MockTemplate template = MockTemplate.parse(body);
    template.checkNames(PathPattern.parse(path).names());
    if (status < LOWEST || status > HIGHEST) {
      throw new IllegalArgumentException(TEXT.get("mock.status"));
    }
    headers = List.copyOf(headers);
    if (delay.isNegative()) {
      throw new IllegalArgumentException("a negative delay");
    }
  }

  /** A route that answers. */
  public MockRoute(
      String method,
      String path,
      int status,
      List<HeaderLine> headers,
      String body,
      Duration delay,
      Fault fault) {
    this(method, path, status, headers, body, delay, fault, false);
  }

  /** Answers GET with a text. */
  public static MockRoute of(String path, String body) {
    return new MockRoute("GET", path, 200, List.of(), body, Duration.ZERO, Fault.NONE);
  }

  /** The same, answering or not. */
  public MockRoute withOff(boolean now) {
    return off == now
        ? this
        : new MockRoute(method, path, status, headers, body, delay, fault, now);
  }

  static void checkMethod(String method) {
    if (!method.equals(ANY) && !HeaderLine.isToken(method)) {
      throw new IllegalArgumentException(TEXT.get("mock.method"));
    }
  }

  /** Whether {@code later} never has its turn where this one stands above it. */
  public boolean shadows(MockRoute later) {
    boolean methods =
        method.equals(ANY)
            || method.equals(later.method)
            || (method.equals("GET") && later.method.equals("HEAD"));
    return !off && methods && PathPattern.parse(path).covers(PathPattern.parse(later.path));
  }

  /** Whether calls of {@code asked} are answered; HEAD is where GET is. */
  boolean answers(String asked) {
    return !off
        && (method.equals(ANY)
            || method.equals(asked)
            || (method.equals("GET") && asked.equals("HEAD")));
  }
}
