package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetDefaultsTest {
  private static final ProxySettings PROXY =
      new ProxySettings.Socks5(new Endpoint("proxy.test", 1080), "", "");
  private static final ProxySettings OTHER =
      new ProxySettings.HttpConnect(new Endpoint("other.test", 8080), "", "");
  private static final NetDefaults DEFAULTS =
      new NetDefaults(PROXY, Duration.ofSeconds(1), Duration.ofSeconds(2), Optional.empty());

  private static ProxySettings way(NetDefaults defaults, String host) throws NetException {
    return defaults.way(Optional.empty(), new Endpoint(host, 80));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server.test",
        "localhost.test",
        "notlocalhost",
        "10.0.0.1",
        "128.0.0.1",
        "fe80::1",
        "::ffff:10.0.0.1"
      })
  void otherMachinesAreReachedThroughTheProxy(String host) throws Exception {
    assertThat(way(DEFAULTS, host)).isEqualTo(PROXY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost",
        "localhost.",
        "a.localhost",
        "127.0.0.1",
        "127.8.9.10",
        "::1",
        "::ffff:127.0.0.1",
        "0.0.0.0",
        "::"
      })
  void thisMachineIsReachedStraight(String host) throws Exception {
    assertThat(way(DEFAULTS, host)).isEqualTo(ProxySettings.NONE);
    assertThat(way(DEFAULTS.withTrouble("damaged"), host)).isEqualTo(ProxySettings.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "server.test"})
  void whatARequestNamesHoldsEverywhere(String host) throws Exception {
    Endpoint target = new Endpoint(host, 80);
    for (NetDefaults defaults : new NetDefaults[] {DEFAULTS, DEFAULTS.withTrouble("damaged")}) {
      assertThat(defaults.way(Optional.of(OTHER), target)).isEqualTo(OTHER);
      assertThat(defaults.way(Optional.of(ProxySettings.NONE), target))
          .isEqualTo(ProxySettings.NONE);
    }
  }

  @Test
  void nobodyGoesStraightWhereTheProxyIsNotKnown() {
    NetDefaults unknown = NetDefaults.BUILT_IN.withTrouble("the file is damaged in line 3");
    assertThatThrownBy(() -> way(unknown, "server.test"))
        .isInstanceOfSatisfying(
            NetException.class,
            thrown -> {
              assertThat(thrown.failure().kind()).isEqualTo(NetFailure.Kind.INVALID);
              assertThat(thrown.failure().cause()).contains("line 3");
              assertThat(thrown.failure().remedy()).contains("proxy");
            });
  }
}
