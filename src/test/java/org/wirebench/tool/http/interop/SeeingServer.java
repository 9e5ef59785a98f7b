package org.wirebench.tool.http.interop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.net.tls.Identity;

/**
 * A server that remembers what it was asked. It has a few places of its own: {@code /moved} leads
 * to {@code /there}, {@code /away?URL} to that address, {@code /status?CODE} with that status to
 * {@code /there}, {@code /secret} wants Digest authentication, {@code /token} gives tokens.
 */
final class SeeingServer implements AutoCloseable {
  private final HttpServer server;
  private final boolean secure;
  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  private SeeingServer(HttpServer server, boolean secure) {
    this.server = server;
    this.secure = secure;
    server.createContext("/", this::answer);
    server.start();
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  static SeeingServer start() throws IOException {
    return new SeeingServer(HttpServer.create(anyPort(), 0), false);
  }

  static SeeingServer start(Identity identity) throws Exception {
    char[] password = "secret".toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(identity.pkcs12("secret")), password);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new SeeingServer(server, true);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      seen.add(
          new Seen(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              new String(body, StandardCharsets.ISO_8859_1)));
      String path = exchange.getRequestURI().getPath();
      @Nullable String login = exchange.getRequestHeaders().getFirst("Authorization");
      switch (path) {
        case "/moved" -> {
          exchange.getResponseHeaders().set("Location", "/there");
          say(exchange, 302, "gone");
        }
        case "/away" -> {
          exchange.getResponseHeaders().set("Location", exchange.getRequestURI().getQuery());
          say(exchange, 302, "gone");
        }
        case "/status" -> {
          exchange.getResponseHeaders().set("Location", "there");
          say(exchange, Integer.parseInt(exchange.getRequestURI().getQuery()), "gone");
        }
        case "/secret" -> {
          if (login == null) {
            exchange
                .getResponseHeaders()
                .set("WWW-Authenticate", "Digest realm=\"here\", nonce=\"abc\", qop=\"auth\"");
            say(exchange, 401, "who?");
          } else {
            say(exchange, 200, "welcome");
          }
        }
        case "/token" -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          say(exchange, 200, "{\"access_token\": \"t-123\", \"token_type\": \"bearer\"}");
        }
        default -> say(exchange, 200, "it works");
      }
    }
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
  }

  /** Where it is. */
  String url() {
    return (secure ? "https" : "http") + "://127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** What came, in its order. */
  List<Seen> seen() {
    return seen;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
