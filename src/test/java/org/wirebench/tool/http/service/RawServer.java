package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.testkit.BadServer;

/** A server that answers each request with the bytes a test says, right or wrong. */
public final class RawServer implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final BadServer server;

  /** How one connection is served. */
  public interface Script {
    void serve(Line client) throws IOException;
  }

  /** One connection. */
  public final class Line {
    private final Socket socket;

    Line(Socket socket) {
      this.socket = socket;
    }

    /** Reads a request with its body; empty when the client has ended. */
    public String request() throws IOException {
      StringBuilder head = head(new StringBuilder());
      Matcher length = LENGTH.matcher(head);
      if (length.find() && !head.toString().contains("100-continue")) {
        body(head, Integer.parseInt(length.group(1)));
      }
      if (!head.isEmpty()) {
        requests.add(head.toString());
      }
      return head.toString();
    }

    private StringBuilder head(StringBuilder head) throws IOException {
      InputStream in = socket.getInputStream();
      while (head.indexOf("\r\n\r\n") < 0) {
        int one = in.read();
        if (one < 0) {
          return new StringBuilder();
        }
        head.append((char) one);
      }
      return head;
    }

    /** Reads {@code length} more bytes. */
    public void body(StringBuilder to, int length) throws IOException {
      to.append(new String(socket.getInputStream().readNBytes(length), ISO_8859_1));
    }

    public void say(String latin1) throws IOException {
      say(latin1.getBytes(ISO_8859_1));
    }

    public void say(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }

    public Socket socket() {
      return socket;
    }
  }

  public RawServer(Script script) throws IOException {
    this(script, null);
  }

  private RawServer(Script script, @Nullable SSLContext tls) throws IOException {
    server =
        new BadServer(
            plain -> {
              try (Socket socket = tls == null ? plain : over(plain, tls)) {
                script.serve(new Line(socket));
              }
            });
  }

  /** As the constructor, over TLS, with HTTP/2 alone. */
  static RawServer secure(Identity identity, Script script) throws Exception {
    char[] password = "secret".toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(identity.pkcs12("secret")), password);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return new RawServer(script, context);
  }

  private static Socket over(Socket plain, SSLContext context) throws IOException {
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
    socket.setUseClientMode(false);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    return socket;
  }

  /** Gives each request of a connection the next of these answers, then ends it. */
  public static RawServer answering(String... answers) throws IOException {
    return new RawServer(
        client -> {
          for (String answer : answers) {
            if (client.request().isEmpty()) {
              return;
            }
            client.say(answer);
          }
        });
  }

  /** Takes requests and answers none, until the client ends. */
  public static RawServer silent() throws IOException {
    return answeringOnce("");
  }

  /** Answers the first request with this and no other, until the client ends. */
  public static RawServer answeringOnce(String answer) throws IOException {
    return new RawServer(
        client -> {
          String _ = client.request();
          client.say(answer);
          while (!client.request().isEmpty()) {
            // What is unread when it is closed would break the connection.
          }
        });
  }

  /** Waits in a script for what the test does; ten seconds at most. */
  public static void await(CountDownLatch done) throws IOException {
    try {
      if (!done.await(10, TimeUnit.SECONDS)) {
        throw new IOException("the test did not go on");
      }
    } catch (InterruptedException stopped) {
      throw new InterruptedIOException(stopped.toString());
    }
  }

  /** Lets time pass, for tests of time limits. */
  public static void pause(Duration time) throws IOException {
    try {
      JobClock.system().pause(time);
    } catch (InterruptedException stopped) {
      throw new InterruptedIOException(stopped.toString());
    }
  }

  /** Where it is. */
  public String url(String target) {
    return "http://127.0.0.1:" + server.port() + target;
  }

  /** The requests so far, with their bodies. */
  public List<String> requests() {
    return requests;
  }

  public int connections() {
    return server.accepted();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
