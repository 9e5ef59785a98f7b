package org.wirebench.tool.http.service.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.Connection;
import org.wirebench.core.net.Incoming;
import org.wirebench.core.net.ListenSpec;
import org.wirebench.core.net.Listener;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.Network;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.request.Percent;
import org.wirebench.tool.http.service.veil.Http1Veil;
import org.wirebench.tool.http.service.veil.Secrecy;

/**
 * Waits on a loopback port for the browser to come back from a sign-in (RFC 8252 section 7.3). A
 * browser opens connections that it may never use, so each has a thread of its own.
 *
 * <p>Any page of the web can send the browser to this port, and cannot know the state. So who comes
 * with another state is sent away, and neither ends the waiting nor is heard: how often is not
 * counted, or a page could count up to the end of it. The patience alone ends it.
 */
final class RedirectListener implements AutoCloseable {
  private static final Messages TEXT = Messages.of(RedirectListener.class);
  private static final String HOST = "127.0.0.1";
  private static final String PATH = "/callback";
  private static final int LONGEST_HEAD = 32 * 1024;
  private static final int MOST_CLIENTS = 64;
  private static final Pattern REQUEST =
      Pattern.compile("GET (/[^ ?]*)(?:\\?([^ ]*))? HTTP/1\\.[01]\\r?\\n.*", Pattern.DOTALL);

  private final Listener listener;
  private final String state;
  private final JobContext context;
  private final List<Connection> clients = new ArrayList<>();
  private @Nullable Map<String, String> answer;
  private boolean strangers;
  private boolean closed;

  private RedirectListener(Listener listener, String state, JobContext context) {
    this.listener = listener;
    this.state = state;
    this.context = context;
  }

  /**
   * Begins to listen.
   *
   * @param port 0 for a free one
   * @param state what the browser has to bring to be heard
   * @throws NetException when the port is taken
   * @throws InterruptedException when the job is cancelled
   */
  static RedirectListener open(Network network, int port, String state, JobContext context)
      throws NetException, InterruptedException {
    ListenSpec spec = ListenSpec.on(HttpRequest.TOOL, HOST, port);
    return new RedirectListener(network.listen(spec, context), state, context);
  }

  /** Where the browser is to be sent. */
  String uri() {
    return "http://" + HOST + ":" + ((InetSocketAddress) listener.address()).getPort() + PATH;
  }

  /**
   * Waits for the browser.
   *
   * @return the parameters that it brought with the right state; empty when it did not come in time
   * @throws InterruptedException when the job is cancelled
   */
  Optional<Map<String, String>> await(Duration patience) throws NetException, InterruptedException {
    JobClock.Timer timer = context.clock().schedule(patience, listener::close);
    try {
      for (Incoming one = listener.accept(); one != null; one = listener.accept()) {
        Incoming client = one;
        JobContext.Fork<Boolean> _ = context.fork("redirect", each -> serve(client, each));
      }
    } finally {
      timer.cancel();
    }
    synchronized (this) {
      return Optional.ofNullable(answer);
    }
  }

  /** Whether somebody came with another state than the browser was sent with. */
  synchronized boolean sawStrangers() {
    return strangers;
  }

  private boolean serve(Incoming client, JobContext each) throws Exception {
    Connection connection = client.open(each);
    Http1Veil veil = new Http1Veil();
    veil.begin(Secrecy.USUAL.withParameter("code"));
    connection.tap().cover(veil);
    if (!admit(connection)) {
      connection.abort();
      return false;
    }
    Optional<Map<String, String>> brought;
    try (connection) {
      brought = talk(connection, each);
    } catch (IOException gone) {
      if (isClosed()) {
        return false;
      }
      // The job's log tells of it; another client may still come.
      throw gone;
    } finally {
      forget(connection);
    }
    if (brought.isEmpty()) {
      return false;
    }
    synchronized (this) {
      answer = answer == null ? brought.get() : answer;
    }
    listener.close();
    return true;
  }

  private synchronized boolean admit(Connection connection) {
    return !closed && clients.size() < MOST_CLIENTS && clients.add(connection);
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized void forget(Connection connection) {
    boolean _ = clients.remove(connection);
  }

  /** Answers one request; empty when it is not the one that is waited for. */
  private Optional<Map<String, String>> talk(Connection connection, JobContext each)
      throws IOException {
    Matcher request = REQUEST.matcher(head(connection.in()));
    if (!request.matches() || !request.group(1).equals(PATH) || request.group(2) == null) {
      answer(connection, "404 Not Found", TEXT.get("page.other"));
      return Optional.empty();
    }
    Map<String, String> brought = parameters(request.group(2));
    if (!state.equals(brought.get("state"))) {
      synchronized (this) {
        strangers = true;
      }
      each.step(TEXT.get("signIn.stranger"));
      answer(connection, "400 Bad Request", TEXT.get("page.stranger"));
      return Optional.empty();
    }
    boolean well = brought.containsKey("code");
    answer(
        connection,
        well ? "200 OK" : "400 Bad Request",
        well ? TEXT.get("page.done") : TEXT.get("page.failed"));
    return Optional.of(brought);
  }

  /** Up to the empty line; what came, when it ends before or is too long. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    byte[] buffer = new byte[8 * 1024];
    while (head.indexOf("\r\n\r\n") < 0 && head.length() < LONGEST_HEAD) {
      int got = in.read(buffer);
      if (got < 0) {
        break;
      }
      head.append(new String(buffer, 0, got, ISO_8859_1));
    }
    return head.toString();
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        all.put(
            Percent.decodeQuery(pair.substring(0, equals)),
            Percent.decodeQuery(pair.substring(equals + 1)));
      }
    }
    return all;
  }

  private static void answer(Connection to, String status, String text) throws IOException {
    byte[] page =
        ("<!doctype html><meta charset=utf-8><title>Wirebench</title>"
                + "<body style=\"font-family:sans-serif;margin:3em\"><p>"
                + text)
            .getBytes(UTF_8);
    String head =
        String.join(
            "\r\n",
            "HTTP/1.1 " + status,
            "Content-Type: text/html; charset=utf-8",
            "Content-Length: " + page.length,
            "Cache-Control: no-store",
            "Referrer-Policy: no-referrer",
            "Connection: close",
            "",
            "");
    to.out().write(head.getBytes(ISO_8859_1));
    to.out().write(page);
  }

  /** Stops listening, and sends away who is still there. */
  @Override
  public void close() {
    listener.close();
    List<Connection> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(clients);
    }
    left.forEach(Connection::abort);
  }
}
