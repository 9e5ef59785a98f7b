package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  @ParameterizedTest
  @CsvSource({
    "example.org:80, example.org, 80, example.org:80",
    "' example.org:80 ', example.org, 80, example.org:80",
    "example.org, example.org, 7, example.org:7",
    "example.org.:80, example.org., 80, example.org.:80",
    "localhost:http, localhost, 80, localhost:80",
    "localhost:HTTPS, localhost, 443, localhost:443",
    "host:ssh, host, 22, host:22",
    "my_service:65535, my_service, 65535, my_service:65535",
    "127.0.0.1:1, 127.0.0.1, 1, 127.0.0.1:1",
    "127.0.0.1, 127.0.0.1, 7, 127.0.0.1:7",
    "[::1]:80, ::1, 80, [::1]:80",
    "[::1], ::1, 7, [::1]:7",
    "::1, ::1, 7, [::1]:7",
    "fe80::1%eth0, fe80::1%eth0, 7, [fe80::1%eth0]:7",
    "[fe80::1%eth0]:80, fe80::1%eth0, 80, [fe80::1%eth0]:80",
    "[fe80::1%3]:80, fe80::1%3, 80, [fe80::1%3]:80",
    "[::ffff:1.2.3.4]:80, ::ffff:1.2.3.4, 80, [::ffff:1.2.3.4]:80",
    "4chan.org:80, 4chan.org, 80, 4chan.org:80",
    "1.2.3.4.example:80, 1.2.3.4.example, 80, 1.2.3.4.example:80",
    "host:0080, host, 80, host:80",
  })
  void readsWhatPeopleType(String text, String host, int port, String shown) throws Exception {
    Endpoint endpoint = Endpoint.parse(text, 7);
    assertThat(endpoint).isEqualTo(new Endpoint(host, port));
    assertThat(endpoint).hasToString(shown);
    assertThat(Endpoint.parse(endpoint.toString(), Endpoint.NO_PORT)).isEqualTo(endpoint);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("", "host and a port"),
        Arguments.of("   ", "host and a port"),
        Arguments.of("example.org", "port is missing"),
        Arguments.of("example.org:", "port is missing"),
        Arguments.of("[::1]", "write it after a colon"),
        Arguments.of("::1:7007", "as in [::1]:80"),
        Arguments.of(":80", "host is missing"),
        Arguments.of("example.org:0", "Port 0"),
        Arguments.of("example.org:65536", "no port 65536"),
        Arguments.of("example.org:99999999999999999999", "no port 99999999999999999999"),
        Arguments.of("example.org:-1", "no port -1"),
        Arguments.of("example.org:htpt", "did you mean http?"),
        Arguments.of("example.org:nosuchservice", "no service named nosuchservice"),
        Arguments.of("http://example.org/", "http:// does not belong here"),
        Arguments.of("user@example.org:22", "user name"),
        Arguments.of("user:secret@example.org:22", "user name"),
        Arguments.of("example.org:80/path", "leave out /path"),
        Arguments.of("[::1:80", "never closed"),
        Arguments.of("[example.org]:80", "Only an IPv6 address"),
        Arguments.of("[::1]80", "comes a colon"),
        Arguments.of("[::g]:80", "not an IPv6 address"),
        Arguments.of("1::2::3", "not an IPv6 address"),
        Arguments.of("a:b:80", "not an IPv6 address"),
        Arguments.of("[fe80::1%]:80", "zone"),
        Arguments.of("[fe80::1%a b]:80", "zone"),
        Arguments.of("1.2.3.256:80", "not an IPv4 address"),
        Arguments.of("1.2.3:80", "not an IPv4 address"),
        Arguments.of("010.0.0.1:80", "not an IPv4 address"),
        Arguments.of("a..b:80", "empty part"),
        Arguments.of(".example.org:80", "empty part"),
        Arguments.of("exa mple.org:80", "space"),
        Arguments.of("exam!ple.org:80", "character !"),
        Arguments.of("-example.org:80", "hyphen"),
        Arguments.of("a".repeat(64) + ".org:80", "at most 63"),
        Arguments.of(("a".repeat(60) + ".").repeat(5) + "org:80", "at most 253"),
        Arguments.of("a".repeat(2000), "longer than 1000"),
        Arguments.of("exa\u0000mple:80", "character \\"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysInOneSentenceWhatIsWrong(String text, String reason) {
    assertThatThrownBy(() -> Endpoint.parse(text, Endpoint.NO_PORT))
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining(reason)
        .message()
        .doesNotContain("\u0000");
  }

  @Test
  void portZeroIsForListeningOnly() throws Exception {
    assertThatThrownBy(() -> Endpoint.parse("127.0.0.1:0", Endpoint.NO_PORT))
        .isInstanceOf(EndpointException.class);
    assertThat(Endpoint.parsePort("0", 0)).isZero();
    assertThatThrownBy(() -> Endpoint.parsePort("0", 1)).isInstanceOf(EndpointException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "bücher.example, xn--bcher-kva.example",
    "BÜCHER.Example, xn--bcher-kva.Example",
    "straße.de, xn--strae-oqa.de",
    "βόλος.com, xn--nxasmm1c.com",
    "日本語。jp, xn--wgv71a119e.jp",
    "münchen.de., xn--mnchen-3ya.de.",
    "xn--bcher-kva.example, xn--bcher-kva.example",
  })
  void internationalNamesKeepTheirFormAndHaveAnAsciiOne(String typed, String ascii) {
    Endpoint endpoint = new Endpoint(typed, 80);
    assertThat(endpoint.ascii()).isEqualTo(ascii);
    assertThat(endpoint).hasToString(typed + ":80");
  }

  /** From RFC 3492 section 7.1. */
  @ParameterizedTest
  @CsvSource({
    "ليهمابتكلموشعربي؟, egbpdaj6bu4bxfgehfvwxn",
    "他们为什么不说中文, ihqwcrb4cv8a8dqg056pqjye",
    "3年B組金八先生, 3B-ww4c5e180e575a65lsy2b",
    "パフィーdeルンバ, de-jg4avhby1noc0d",
  })
  void punycodeIsThatOfTheStandard(String label, String encoded) {
    assertThat(Punycode.encode(label)).isEqualTo(encoded);
  }

  @Test
  void aLiteralIsAnAddressAndANameIsNot() {
    assertThat(new Endpoint("10.0.0.1", 1).literal()).contains(InetAddress.ofLiteral("10.0.0.1"));
    assertThat(new Endpoint("::1", 1).literal()).contains(InetAddress.ofLiteral("::1"));
    assertThat(new Endpoint("fe80::1%eth0", 1).literal())
        .contains(InetAddress.ofLiteral("fe80::1"));
    assertThat(new Endpoint("localhost", 1).literal()).isEmpty();
    assertThat(new Endpoint("127.0.0.1.", 1).literal())
        .contains(InetAddress.ofLiteral("127.0.0.1"));
    assertThat(new Endpoint("１２７.0.0。1", 1).literal()).contains(InetAddress.ofLiteral("127.0.0.1"));
  }

  @Test
  void bracketsAreNoPartOfAnAddress() {
    assertThat(new Endpoint("[::1]", 80))
        .isEqualTo(new Endpoint("::1", 80))
        .hasToString("[::1]:80");
    assertThatThrownBy(() -> new Endpoint("[::1", 80)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65536})
  void noEndpointHasAnImpossiblePort(int port) {
    assertThatThrownBy(() -> new Endpoint("host", port))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ports are 1 to 65535");
  }

  @Test
  void servicesOfTheSystemAreKnownToo(@TempDir Path folder) throws Exception {
    Path list = folder.resolve("services");
    Files.writeString(
        list,
        """
        # comment
        gopher 70/tcp  # the other web
        acr-nema\t104/tcp\tdicom
        broken line
        toobig 70000/tcp
        """);
    Services services = Services.from(list);
    assertThat(services.port("gopher")).isEqualTo(70);
    assertThat(services.port("DICOM")).isEqualTo(104);
    assertThat(services.port("http")).isEqualTo(80);
    assertThatThrownBy(() -> services.port("gophre")).hasMessageContaining("did you mean gopher?");
    assertThatThrownBy(() -> services.port("toobig")).hasMessageContaining("no service");
    assertThat(Services.from(folder.resolve("none")).port("ssh")).isEqualTo(22);
  }
}
