package org.wirebench.tool.socket.code;

import java.math.BigDecimal;
import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.Family;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.text.Regex;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.BytePattern;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.MessageTemplate;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.Step;

/** What the writers of all languages ask of a request. */
final class Texts {
  private Texts() {}

  /** {@code "2"}, {@code "0.5"}. */
  static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
  }

  /** The way to the server; straight where it is left open. */
  static ProxySettings proxy(ClientRequest request) {
    return request.proxy().orElse(ProxySettings.NONE);
  }

  /** How long the program may wait. */
  static Duration timeout(ClientRequest request) {
    return request.timeout().orElse(NetDefaults.BUILT_IN.replyTimeout());
  }

  /** The bytes of a payload that is no file. */
  static byte[] bytes(Payload payload, Charset charset) {
    try {
      return payload.bytes(charset);
    } catch (ParseProblem unchecked) {
      throw new IllegalArgumentException("a request whose texts were not checked", unchecked);
    }
  }

  /** The pattern as a regular expression of Java, over Latin-1 characters. */
  static String regex(BytePattern pattern, Charset charset) {
    try {
      return pattern.regex(charset);
    } catch (ParseProblem unchecked) {
      throw new IllegalArgumentException("a request whose texts were not checked", unchecked);
    }
  }

  /** How many groups a pattern captures. */
  static int groups(BytePattern pattern, Charset charset) {
    return Regex.of(regex(pattern, charset)).groups();
  }

  /** The template of a rule's reply. */
  static MessageTemplate template(Behaviour.Rule rule, Charset charset) {
    try {
      return MessageTemplate.parse(rule.reply(), charset);
    } catch (ParseProblem unchecked) {
      throw new IllegalArgumentException("a request whose texts were not checked", unchecked);
    }
  }

  /** What happens after the reply of a rule, in a word or two: {@code "go on"}. */
  static String then(Behaviour.Rule rule) {
    return rule.then().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether there is a rule that ends the conversation in this way. */
  static boolean rulesEnd(ServerRequest request, Behaviour.Then how) {
    return request.behaviour() instanceof Behaviour.Rules(var rules)
        && rules.stream().anyMatch(rule -> rule.then() == how);
  }

  /** Whether there is a rule that waits before it replies. */
  static boolean repliesLater(ServerRequest request) {
    return request.behaviour() instanceof Behaviour.Rules(var rules)
        && rules.stream().anyMatch(rule -> rule.delay().isPositive());
  }

  static boolean isFile(Payload payload) {
    return payload.form() == Payload.Form.FILE;
  }

  /** Whom a client talks to, for people. */
  static String target(ClientRequest request) {
    return request.transport().hasPort()
        ? request.host() + ", port " + request.port()
        : request.path();
  }

  /** The host in ASCII, as the network knows it. */
  static String host(String host) {
    try {
      return IDN.toASCII(host);
    } catch (IllegalArgumentException odd) {
      // The endpoint has checked it; what the older rules do not know is written as it is.
      return host;
    }
  }

  /** {@code host:port}, with brackets where they are needed. */
  static String authority(String host, int port) {
    return new Endpoint(host(host), port).toString();
  }

  /** Whether answers come from one address alone, so that the socket can be connected to it. */
  static boolean isOnePeer(ClientRequest request) {
    boolean group =
        Texts.literal(request.host()).filter(InetAddress::isMulticastAddress).isPresent();
    return !group && !request.datagrams().broadcast();
  }

  /** Whether a server takes clients of both families, as one on all addresses does, or on ::. */
  static boolean isDual(ServerRequest request) {
    boolean all =
        request.host().isEmpty()
            || literal(request.host())
                .filter(Inet6Address.class::isInstance)
                .filter(InetAddress::isAnyLocalAddress)
                .isPresent();
    return all && request.family() == Family.ANY;
  }

  /** Where a server listens, for people. */
  static String address(ServerRequest request, String anywhere) {
    if (!request.transport().hasPort()) {
      return request.path();
    }
    return request.host().isEmpty() ? anywhere : request.host() + ", port " + port(request);
  }

  static String port(ServerRequest request) {
    return String.valueOf(request.port());
  }

  /** Whether something is waited for: then it is a failure when it does not come in time. */
  static boolean waits(ClientRequest request) {
    return request.steps().stream().anyMatch(Step.Await.class::isInstance);
  }

  /** The address that {@code host} stands for by itself; empty for a name. */
  static Optional<InetAddress> literal(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException name) {
      return Optional.empty();
    }
  }
}
