package org.wirebench.tool.socket.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.code.Target;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.tool.socket.request.SocketRequest;

/** Every option of the form is in the programs, or is said to be missing. */
class OptionsInCodeTest {
  private static String write(Target target, String yaml) {
    List<CodeWriter<SocketRequest>> writers = SocketWriters.all(() -> NetDefaults.BUILT_IN);
    return writers.stream()
        .filter(writer -> writer.target() == target)
        .findFirst()
        .orElseThrow()
        .write(Requests.of(yaml));
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA", "SHELL"})
  void theGeneratorIsSaidToBeMissing(Target target) {
    String client = "host: server.example\nport: 7\n";
    assertThat(write(target, client)).doesNotContain("generator");
    assertThat(write(target, client + "generate: {send: x}\n"))
        .contains("What the generator sends again and again is not part of it.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PYTHON | tcp | dualstack_ipv6=True",
        "PYTHON | udp | IPV6_V6ONLY, 0",
        "SHELL | tcp | ipv6only=0",
        "SHELL | udp | ipv6only=0",
      })
  void aServerOnAllAddressesOfIpv6TakesIpv4TooAsTheFormDoes(
      Target target, String transport, String dual) {
    String server = "mode: server\nhost: '::'\nport: 7007\ntransport: " + transport + "\n";
    assertThat(write(target, server)).contains(dual);
    assertThat(write(target, server + "family: ipv6\n")).doesNotContain(dual);
    assertThat(write(target, server.replace("::", "::1"))).doesNotContain(dual);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PYTHON | SO_SNDBUF, 1000 | SO_RCVBUF, 2000",
        "JAVA | setSendBufferSize(1000) | setReceiveBufferSize(2000)",
        "SHELL | nc -u -O 1000 | -I 2000",
      })
  void datagramsHaveTheBuffersThatAreAskedFor(Target target, String send, String receive) {
    String code =
        write(
            target,
            """
            transport: udp
            host: 127.0.0.1
            port: 7
            socket: {sendBuffer: 1000, receiveBuffer: 2000}
            """);
    assertThat(code).contains(send).contains(receive);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PYTHON | SO_REUSEADDR, 1",
        "JAVA | setReuseAddress(true)",
        "SHELL | sourceport=9,reuseaddr",
      })
  void anOwnPortOfTcpMayBeOneThatTheLastConnectionLeft(Target target, String option) {
    String client = "host: server.example\nport: 7\nsocket: {keepAlive: true}\n";
    assertThat(write(target, client + "local: {port: 9}\n")).contains(option);
    assertThat(write(target, client + "local: {address: 10.0.0.1}\n")).doesNotContain(option);
  }

  @Test
  void ncSaysThatItCannotTakeItsPortAgain() {
    assertThat(write(Target.SHELL, "host: server.example\nport: 7\nlocal: {port: 9}\n"))
        .contains("nc cannot take the local port again");
  }

  @ParameterizedTest
  @CsvSource({"PYTHON, SO_REUSEADDR", "JAVA, setReuseAddress", "SHELL, reuseaddr"})
  void onlyGroupsShareALocalPort(Target target, String option) {
    String client = "transport: udp\nport: 7\nlocal: {port: 9}\n";
    assertThat(write(target, client + "host: 127.0.0.1\n")).doesNotContain(option);
    assertThat(write(target, client + "host: 239.1.2.3\njoin: [239.1.2.3]\n")).contains(option);
  }
}
