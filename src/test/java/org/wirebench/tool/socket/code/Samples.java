package org.wirebench.tool.socket.code;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.wirebench.tool.socket.request.SocketRequest;

/** Requests of every kind, which together need every piece of every writer. */
public final class Samples {
  private static final List<String> CLIENT_STEPS =
      List.of(
          "",
          "send: [a, {hex: \"00 ff\"}, {base64: AAEC}, {file: /tmp/a file}]\n",
          "send: \"it's \\\"{{}}\\\" $x `y` \\\\\\\\ %s \\\\u{1F600}\\\\n\"\nuntil: {text: \"'\\\"\"}\n"
              .replace("{{}}", "{a}"),
          """
          steps:
            - {send: a}
            - {until: {regex: "(?<n>\\\\d+)\\\\s\\"x\\"$"}}
            - {halfClose: true}
            - {send: b}
            - {until: {hex: "0? ?f ?? 22"}}
            - {until: {bytes: 3}}
            - {pause: 1500ms}
            - {until: {end: true}}
          timeout: 2500ms
          """,
          "steps: [{send: a}, {until: {regex: \"\\\\p{L}+\"}}, {reset: true}, {send: never}]\n",
          "charset: windows-1252\nsend: \"\\u20ac\"\nuntil: {text: \"\\u20ac\"}\n",
          "send: {hex: \"" + "41 ".repeat(5000) + "\"}\n");

  private static final List<String> STREAM_OPTIONS =
      List.of(
          "",
          "family: ipv6\nlocal: {address: \"::1\", port: 9}\n",
          "family: ipv4\nlocal: {port: 9}\nsocket: {noDelay: false, sendBuffer: 10000}\n",
          "socket: {keepAlive: true, receiveBuffer: 10000}\n",
          "proxy: http://proxy:3128\nfamily: ipv4\nlocal: {address: 10.0.0.1}\n",
          "proxy: \"http://me:x@[::1]:3128\"\nsocket: {keepAlive: true}\n",
          "proxy: socks5://proxy\nfamily: ipv6\n",
          "proxy: socks5://me:x@proxy\n");

  private static final List<String> TLS_OPTIONS =
      List.of(
          "",
          "tls: {trust: none, minimum: tls-1-3}\n",
          "tls: {trust: authority, authority: \"/tmp/it's.pem\", serverName:"
              + " b\u00fccher.example}\n",
          "tls: {trust: pinned, sha256: " + "ab".repeat(32) + ", alpn: [h2, http/1.1]}\n",
          "tls: {identity: {certificate: /tmp/c.p12, password: x}, maximum: tls-1-2}\n",
          "tls: {identity: {certificate: c.pem, key: c.key}}\nproxy: http://p:1\n",
          "tls: {identity: {certificate: c.pem, key: c.key, password: x}}\nfamily: ipv4\n",
          "proxy: socks5://p:1\nsocket: {keepAlive: true}\nlocal: {address: \"::1\"}\n");

  private static final List<String> DATAGRAM_OPTIONS =
      List.of(
          "host: 127.0.0.1\nsocket: {sendBuffer: 9000, receiveBuffer: 9000}\n",
          "host: example.org\nfamily: ipv6\nlocal: {port: 9}\nproxy: http://p:1\n",
          "host: 255.255.255.255\nbroadcast: true\n",
          "host: 239.1.2.3\ninterface: eth0\nttl: 3\njoin: [239.1.2.3]\nlocal: {port: 9}\n",
          "host: \"ff02::7\"\ninterface: eth0\nttl: 3\njoin: [\"ff02::7\"]\n",
          "host: 239.1.2.3\njoin: [239.1.2.3]\n");

  private static final List<String> BEHAVIOURS =
      List.of(
          "behaviour: nothing\nsteps: [{until: {bytes: 1}}]\n",
          "behaviour: echo\nmaxClients: 3\n",
          "behaviour: discard\n",
          "behaviour: chargen\n",
          "behaviour: daytime\n",
          "behaviour: {greet: \"it's {a} \\\"b\\\"\\\\n\"}\n",
          "behaviour: {greet: {file: /tmp/a file}}\n",
          "behaviour: {speakFirst: [hello, {hex: \"00 ff\"}]}\n",
          "behaviour: {script: [a, {hex: \"00 ff\"}, {file: /tmp/a file}]}\n",
          """
          behaviour:
            rules:
              - {when: {regex: "a(b)?"}, reply: "${0}${1} ${counter} ${time} ${random} $${x}\\\\n"}
              - {when: {hex: "?? 4? ?4 22"}, delay: 1500ms}
              - {when: "quit\\"", reply: bye, then: close}
              - {when: boom, then: reset}
          """,
          "behaviour: {rules: [{when: {regex: \"\\\\p{L}\"}, reply: x}]}\n");

  private static final List<String> PLACES =
      List.of(
          "port: 7007\n",
          "host: 127.0.0.1\nport: 0\n",
          "host: \"::1\"\nport: 7007\nsocket: {keepAlive: true, sendBuffer: 9, receiveBuffer: 9}\n",
          "family: ipv6\nport: 7007\nsocket: {noDelay: false}\n",
          "family: ipv4\nhost: localhost\nport: 7007\n",
          "family: ipv4\nport: 7007\n");

  private static final List<String> IDENTITIES =
      List.of(
          "",
          "identity: {certificate: /tmp/s.p12, password: x}\n",
          "identity: {certificate: s.pem, key: s.key}\n",
          "identity: {certificate: s.pem, key: s.key, password: x}\n");

  private Samples() {}

  /** All of them, as they are typed. */
  public static Stream<String> typed() {
    List<String> all = new ArrayList<>();
    for (String steps : CLIENT_STEPS) {
      all.add("transport: unix\npath: \"/tmp/it's a socket\"\n" + steps);
      STREAM_OPTIONS.forEach(
          more -> all.add("transport: tcp\nhost: example.org\nport: 7\n" + more + steps));
      TLS_OPTIONS.forEach(
          more -> all.add("transport: tls\nhost: example.org\nport: 7\n" + more + steps));
      DATAGRAM_OPTIONS.forEach(more -> all.add("transport: udp\nport: 7\n" + more + steps));
    }
    String server = "mode: server\ntransport: ";
    for (String behaviour : BEHAVIOURS) {
      all.add(server + "unix\npath: \"/tmp/it's: a, socket\"\n" + behaviour);
      PLACES.forEach(place -> all.add(server + "tcp\n" + place + behaviour));
      PLACES.forEach(place -> all.add(server + "udp\n" + place + behaviour));
      IDENTITIES.forEach(own -> all.add(server + "tls\nport: 7\n" + own + behaviour));
      all.add(server + "udp\nport: 7\njoin: [239.1.2.3]\ninterface: eth0\n" + behaviour);
      all.add(server + "udp\nport: 7\njoin: [\"ff02::7\"]\n" + behaviour);
    }
    return all.stream();
  }

  /** All of them. */
  public static Stream<SocketRequest> all() {
    return typed().map(Requests::of);
  }
}
