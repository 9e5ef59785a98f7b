package org.wirebench.core.net.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.wirebench.core.net.proxy.ProxyException.Problem;

/** Asks a SOCKS 5 proxy for a connection (RFC 1928, RFC 1929). */
public final class Socks5 {
  private static final int VERSION = 5;
  private static final int NO_AUTHENTICATION = 0;
  private static final int PASSWORD = 2;
  private static final int NO_ACCEPTABLE_METHOD = 0xff;
  private static final int PASSWORD_VERSION = 1;
  private static final int CONNECT = 1;
  private static final int IPV4 = 1;
  private static final int NAME = 3;
  private static final int IPV6 = 4;
  private static final int LONGEST_FIELD = 255;

  private Socks5() {}

  /**
   * Returns when the connection stands; the next byte of {@code in} is of the target.
   *
   * @param name the target's name in ASCII form, at most 255 bytes
   * @param literal the target's address, where it was given as one
   * @param user empty for none; at most 255 bytes of UTF-8, like {@code password}
   * @throws ProxyException when the proxy says no, or is none
   * @throws IllegalArgumentException when the user name or the password is too long
   */
  public static void open(
      InputStream in,
      OutputStream out,
      String name,
      Optional<InetAddress> literal,
      int port,
      String user,
      String password)
      throws IOException {
    out.write(
        user.isEmpty()
            ? new byte[] {VERSION, 1, NO_AUTHENTICATION}
            : new byte[] {VERSION, 2, NO_AUTHENTICATION, PASSWORD});
    out.flush();
    expectVersion(in);
    int method = read(in);
    if (method == PASSWORD && !user.isEmpty()) {
      logIn(in, out, user, password);
    } else if (method == NO_ACCEPTABLE_METHOD) {
      throw new ProxyException(
          user.isEmpty() ? Problem.AUTHENTICATION_REQUIRED : Problem.AUTHENTICATION_UNSUPPORTED,
          "");
    } else if (method != NO_AUTHENTICATION) {
      throw new ProxyException(Problem.NOT_A_PROXY, "method " + method);
    }
    out.write(request(name, literal, port));
    out.flush();
    readReply(in);
  }

  private static void logIn(InputStream in, OutputStream out, String user, String password)
      throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.write(PASSWORD_VERSION);
    writeField(message, user);
    writeField(message, password);
    out.write(message.toByteArray());
    out.flush();
    int _ = read(in);
    if (read(in) != 0) {
      throw new ProxyException(Problem.AUTHENTICATION_FAILED, "");
    }
  }

  private static void writeField(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST_FIELD) {
      throw new IllegalArgumentException("longer than 255 bytes");
    }
    out.write(bytes.length);
    out.writeBytes(bytes);
  }

  private static byte[] request(String name, Optional<InetAddress> literal, int port) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(new byte[] {VERSION, CONNECT, 0});
    if (literal.isPresent()) {
      byte[] address = literal.get().getAddress();
      message.write(address.length == 4 ? IPV4 : IPV6);
      message.writeBytes(address);
    } else {
      message.write(NAME);
      writeField(message, name);
    }
    message.write(port >> 8);
    message.write(port);
    return message.toByteArray();
  }

  private static void readReply(InputStream in) throws IOException {
    expectVersion(in);
    int reply = read(in);
    if (reply != 0) {
      throw new ProxyException(problem(reply), "reply " + reply);
    }
    int _ = read(in);
    int type = read(in);
    int length =
        switch (type) {
          case IPV4 -> 4;
          case IPV6 -> 16;
          case NAME -> read(in);
          default -> throw new ProxyException(Problem.NOT_A_PROXY, "address type " + type);
        };
    for (int i = 0; i < length + 2; i++) {
      int _ = read(in);
    }
  }

  /** RFC 1928 section 6. */
  private static Problem problem(int reply) {
    return switch (reply) {
      case 2 -> Problem.FORBIDDEN;
      case 3, 4 -> Problem.UNREACHABLE;
      case 5 -> Problem.REFUSED;
      case 6 -> Problem.TIMED_OUT;
      case 7, 8 -> Problem.UNSUPPORTED;
      default -> Problem.REJECTED;
    };
  }

  private static void expectVersion(InputStream in) throws IOException {
    int version = read(in);
    if (version != VERSION) {
      throw new ProxyException(Problem.NOT_A_PROXY, Character.toString(version));
    }
  }

  private static int read(InputStream in) throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new ProxyException(Problem.ENDED, "");
    }
    return b;
  }
}
