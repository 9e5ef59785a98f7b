package org.wirebench.tool.socket.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.socket.service.SocketHarness.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.testkit.BlackHole;
import org.wirebench.testkit.RelayProxy;
import org.wirebench.tool.socket.code.Requests;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.Transport;

/** What a request leaves open is as the settings have it. */
@Timeout(60)
class OpenRequestTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  private static NetDefaults through(RelayProxy proxy) {
    Endpoint server = new Endpoint("127.0.0.1", proxy.port());
    return new NetDefaults(new ProxySettings.Socks5(server, "", ""), LONG, LONG, Optional.empty());
  }

  private static NetDefaults within(Duration connect, Duration reply) {
    return new NetDefaults(ProxySettings.NONE, connect, reply, Optional.empty());
  }

  private int serve(Transport transport, Behaviour behaviour) throws Exception {
    return ((InetSocketAddress) harness.serve(transport, behaviour).session().address()).getPort();
  }

  private String reply(String yaml) throws Exception {
    return new String(harness.result(Requests.client(yaml)).reply(), UTF_8);
  }

  private NetFailure failure(String yaml) throws Exception {
    return harness.failure(Requests.client(yaml));
  }

  private static String ask(String host, int port) {
    return "host: " + host + "\nport: " + port + "\nsend: x\nuntil: {bytes: 1}\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "tls"})
  void theProxyOfTheSettingsLeadsToOtherMachines(String transport) throws Exception {
    int port = serve(transport.equals("tls") ? Transport.TLS : Transport.TCP, new Behaviour.Echo());
    try (RelayProxy proxy = RelayProxy.socks("", "")) {
      harness.set(through(proxy));
      String typed = "transport: " + transport + "\ntls: {trust: none}\n";
      assertThat(reply(typed + ask("server.test", port))).isEqualTo("x");
      assertThat(proxy.asked()).containsExactly("server.test:" + port);
    }
  }

  @Test
  void aChangeOfTheSettingsHoldsFromTheNextConnectionOn() throws Exception {
    int port = serve(Transport.TCP, new Behaviour.Echo());
    try (RelayProxy first = RelayProxy.socks("", "");
        RelayProxy second = RelayProxy.socks("", "")) {
      harness.set(through(first));
      assertThat(reply(ask("one.test", port))).isEqualTo("x");
      harness.set(through(second));
      assertThat(reply(ask("two.test", port))).isEqualTo("x");
      assertThat(first.asked()).containsExactly("one.test:" + port);
      assertThat(second.asked()).containsExactly("two.test:" + port);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost"})
  void thisMachineIsReachedWithoutTheProxyOfTheSettings(String host) throws Exception {
    int port = serve(Transport.TCP, new Behaviour.Echo());
    try (RelayProxy proxy = RelayProxy.socks("", "")) {
      harness.set(through(proxy));
      assertThat(reply(ask(host, port))).isEqualTo("x");
      assertThat(proxy.asked()).isEmpty();
    }
  }

  @Test
  void aProxyThatTheRequestNamesLeadsEverywhere() throws Exception {
    int port = serve(Transport.TCP, new Behaviour.Echo());
    try (RelayProxy ofSettings = RelayProxy.socks("", "");
        RelayProxy named = RelayProxy.http("", "")) {
      harness.set(through(ofSettings));
      String proxy = "proxy: http://127.0.0.1:" + named.port() + "\n";
      assertThat(reply(proxy + ask("127.0.0.1", port))).isEqualTo("x");
      assertThat(named.asked()).containsExactly("127.0.0.1:" + port);
      assertThat(ofSettings.asked()).isEmpty();
    }
  }

  @Test
  void datagramsDoWithoutAProxy() throws Exception {
    int port = serve(Transport.UDP, new Behaviour.Echo());
    try (RelayProxy proxy = RelayProxy.socks("", "")) {
      harness.set(through(proxy));
      assertThat(reply("transport: udp\n" + ask("localhost", port) + "family: ipv4\n"))
          .isEqualTo("x");
      assertThat(proxy.asked()).isEmpty();
    }
  }

  @Test
  void whereTheProxyIsNotKnownOnlyWhatNeedsNoneIsRun() throws Exception {
    int port = serve(Transport.TCP, new Behaviour.Echo());
    harness.set(NetDefaults.BUILT_IN.withTrouble("settings.yaml, line 3"));
    assertThat(reply(ask("localhost", port))).isEqualTo("x");
    NetFailure failure = failure(ask("server.test", port));
    assertThat(failure.kind()).isEqualTo(NetFailure.Kind.INVALID);
    assertThat(failure.cause()).contains("line 3");
  }

  @Test
  void connectingTakesNoLongerThanTheSettingsHaveIt() throws Exception {
    harness.set(within(Duration.ofMillis(150), LONG));
    try (BlackHole hole = new BlackHole(InetAddress.getLoopbackAddress())) {
      NetFailure failure = failure(ask("127.0.0.1", hole.address().getPort()));
      assertThat(failure.kind()).isEqualTo(NetFailure.Kind.TIMED_OUT);
      // What the attempt took, for which the time began to run a little before.
      assertThat(failure.cause()).containsPattern("within 1[4-9]\\d ms|within [2-9]\\d\\d ms");
    }
  }

  @Test
  void aReplyTakesNoLongerThanTheSettingsHaveIt() throws Exception {
    int port = serve(Transport.TCP, new Behaviour.Nothing());
    harness.set(within(LONG, Duration.ofMillis(150)));
    NetFailure failure = failure(ask("127.0.0.1", port));
    assertThat(failure.kind()).isEqualTo(NetFailure.Kind.TIMED_OUT);
    assertThat(failure.cause()).contains("150 ms");
  }

  @Test
  void theTimeOutOfTheRequestHoldsForAllItsStepsTogether() throws Exception {
    int port = serve(Transport.TCP, new Behaviour.Echo());
    harness.set(within(LONG, LONG));
    String steps = "steps: [{pause: 100ms}, {pause: 100ms}, {pause: 100ms}, {until: {bytes: 1}}]\n";
    String typed = steps + "timeout: 250ms\nhost: 127.0.0.1\nport: " + port;
    assertThat(failure(typed).cause()).contains("250 ms");
  }

  @Test
  void aPauseIsNotLimitedByTheTimeForAReply() throws Exception {
    int port = serve(Transport.TCP, new Behaviour.Echo());
    harness.set(within(LONG, Duration.ofSeconds(1)));
    String steps = "steps: [{pause: 1100ms}, {send: x}, {until: {bytes: 1}}]\n";
    assertThat(reply(steps + "host: 127.0.0.1\nport: " + port)).isEqualTo("x");
  }

  @Test
  void whereNothingIsWaitedForTheReadingEndsWithTheTimeForAReply() throws Exception {
    int port = serve(Transport.TCP, new Behaviour.Echo());
    harness.set(within(LONG, Duration.ofMillis(300)));
    assertThat(reply("host: 127.0.0.1\nport: " + port + "\nsend: x\n")).isEqualTo("x");
  }
}
