package org.wirebench.tool.socket.interop;

import static org.wirebench.core.code.Target.JAVA;
import static org.wirebench.core.code.Target.PYTHON;
import static org.wirebench.core.code.Target.SHELL;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wirebench.core.code.Target;
import org.wirebench.tool.socket.request.Transport;

/**
 * What is asked of a client, and of the server it talks to.
 *
 * @param transport of both
 * @param server more fields of the server
 * @param client more fields of the client; {@code FOLDER} stands for the folder of the test
 * @param heard how many bytes the server hears
 * @param well whether the client succeeds
 * @param targets who can do it
 */
record Scenario(
    String name,
    Transport transport,
    String server,
    String client,
    int heard,
    boolean well,
    Set<Target> targets) {
  private static final Set<Target> ALL = Set.of(PYTHON, JAVA, SHELL);

  /** Commands of a shell do not wait for an answer. */
  private static final Set<Target> PROGRAMS = Set.of(PYTHON, JAVA);

  private static final String ECHO = "behaviour: echo";
  private static final String DIALOGUE =
      """
      behaviour:
        rules:
          - {when: {regex: "user (\\\\w+)"}, reply: "hello ${1}, password?\\n"}
          - {when: {hex: "de ?? be e?"}, reply: "\\\\x01\\\\xff in as no ${counter}\\n", delay: 50ms}
          - {when: quit, reply: "bye\\n", then: close}
      """;

  static final List<Scenario> LIST =
      List.of(
          new Scenario(
              "a line is echoed",
              Transport.TCP,
              ECHO,
              """
              send: ["one\\\\n"]
              until: {bytes: 4}
              timeout: 3s
              """,
              4,
              true,
              ALL),
          new Scenario(
              "bytes of all kinds go through",
              Transport.TCP,
              ECHO,
              """
              send:
                - {hex: "00 01 ff 27 22 5c 25 73 0d 0a 2d"}
                - {base64: "AP+AfyQ="}
                - "-n %s \\\\\\\\ 'quoted' \\"twice\\" {{x}} \\\\u{1F600} $HOME `id`\\\\x00"
              until: {bytes: 61}
              timeout: 3s
              """
                  .replace("{{x}}", "{x}"),
              61,
              true,
              ALL),
          new Scenario(
              "every byte and many more go through",
              Transport.TCP,
              ECHO,
              "send: {base64: RANDOM}\nuntil: {bytes: 20256}\ntimeout: 3s\n",
              20_256,
              true,
              ALL),
          new Scenario(
              "a greeting is read to its end",
              Transport.TCP,
              "behaviour: {greet: \"Hello from server!\\\\n\"}",
              "until: {end: true}\ntimeout: 3s\n",
              0,
              true,
              ALL),
          new Scenario(
              "a dialogue waits for each answer",
              Transport.TCP,
              DIALOGUE,
              """
              steps:
                - {send: "user anna\\\\n"}
                - {until: {regex: "(?<who>[a-z]+), pass(word)\\\\?"}}
                - {send: {hex: "de ad be ef"}}
                - {until: {hex: "0? ff 20"}}
                - {until: {text: "as no 1\\\\n"}}
                - {pause: 50ms}
                - {send: quit}
                - {until: {end: true}}
              timeout: 5s
              """,
              18,
              true,
              PROGRAMS),
          new Scenario(
              "our end is told and the rest is read",
              Transport.TCP,
              ECHO,
              """
              steps:
                - {send: "to the end"}
                - {halfClose: true}
                - {until: {end: true}}
              timeout: 3s
              """,
              10,
              true,
              ALL),
          new Scenario(
              "a file is sent",
              Transport.TCP,
              "behaviour: {rules: [{when: \"the end\", reply: \"got it\", then: close}]}",
              """
              steps:
                - {send: {file: "FOLDER/large.bin"}}
                - {send: "the end"}
                - {until: {end: true}}
              timeout: 5s
              """,
              300_007,
              true,
              ALL),
          new Scenario(
              "with nothing to wait for all is read until the time is up",
              Transport.TCP,
              ECHO,
              "send: [a, b]\ntimeout: 1s\n",
              2,
              true,
              ALL),
          new Scenario(
              "an answer that does not come in time is a failure",
              Transport.TCP,
              "behaviour: nothing",
              "send: x\nuntil: {text: y}\ntimeout: 500ms\n",
              1,
              false,
              PROGRAMS),
          new Scenario(
              "an end before the answer is a failure",
              Transport.TCP,
              "behaviour: {greet: \"no\"}",
              "until: {text: yes}\ntimeout: 3s\n",
              0,
              false,
              PROGRAMS),
          new Scenario(
              "a reset by the server ends the wait",
              Transport.TCP,
              "behaviour: {rules: [{when: x, then: reset}]}",
              "send: x\nuntil: {end: true}\ntimeout: 3s\n",
              1,
              true,
              PROGRAMS),
          new Scenario(
              "characters are encoded as asked",
              Transport.TCP,
              ECHO,
              """
              charset: windows-1252
              socket: {keepAlive: true, noDelay: false}
              send: "\\u00e9t\\u00e9 \\u20ac"
              until: {bytes: 5}
              timeout: 3s
              """,
              5,
              true,
              ALL),
          new Scenario(
              "buffers and a local address are asked for",
              Transport.TCP,
              ECHO,
              """
              socket: {sendBuffer: 20000, receiveBuffer: 30000}
              local: {address: 127.0.0.1}
              family: ipv4
              send: abc
              until: {bytes: 3}
              timeout: 3s
              """,
              3,
              true,
              ALL),
          new Scenario(
              "TLS believes an authority",
              Transport.TLS,
              ECHO,
              """
              tls: {trust: authority, authority: "FOLDER/authority.pem", alpn: [http/1.1]}
              send: secret
              until: {bytes: 6}
              timeout: 4s
              """,
              6,
              true,
              ALL),
          new Scenario(
              "TLS does not believe a stranger",
              Transport.TLS,
              ECHO,
              "tls: {trust: system}\nsend: secret\nuntil: {bytes: 6}\ntimeout: 4s\n",
              0,
              false,
              ALL),
          new Scenario(
              "TLS finds another name in the certificate",
              Transport.TLS,
              ECHO,
              """
              tls: {trust: authority, authority: "FOLDER/authority.pem", serverName: other.example}
              send: secret
              until: {bytes: 6}
              timeout: 4s
              """,
              0,
              false,
              ALL),
          new Scenario(
              "TLS knows a certificate by its fingerprint",
              Transport.TLS,
              "identity: {certificate: FOLDER/server.pem, key: FOLDER/server.key}\n" + ECHO,
              "tls: {trust: pinned, sha256: PIN}\nsend: x\nuntil: {bytes: 1}\ntimeout: 4s\n",
              1,
              true,
              ALL),
          new Scenario(
              "TLS refuses another fingerprint",
              Transport.TLS,
              ECHO,
              "tls: {trust: pinned, sha256: PIN}\nsend: x\nuntil: {bytes: 1}\ntimeout: 4s\n",
              0,
              false,
              ALL),
          new Scenario(
              "TLS of one version believes anybody",
              Transport.TLS,
              ECHO,
              """
              tls: {trust: none, minimum: tls-1-2, maximum: tls-1-2}
              send: x
              until: {bytes: 1}
              timeout: 4s
              """,
              1,
              true,
              ALL),
          new Scenario(
              "TLS reads a greeting to its end",
              Transport.TLS,
              "behaviour: {greet: \"Hello!\"}",
              "tls: {trust: none}\nuntil: {end: true}\ntimeout: 4s\n",
              0,
              true,
              ALL),
          new Scenario(
              "datagrams are echoed",
              Transport.UDP,
              ECHO,
              """
              steps:
                - {send: one}
                - {until: {text: one}}
                - {send: {hex: "00 ff"}}
                - {until: {bytes: 2}}
              timeout: 3s
              """,
              5,
              true,
              PROGRAMS),
          new Scenario(
              "datagrams are read until the time is up",
              Transport.UDP,
              ECHO,
              "send: [one, two]\ntimeout: 1s\n",
              6,
              true,
              ALL),
          new Scenario(
              "a socket file is talked to",
              Transport.UNIX,
              ECHO,
              """
              steps:
                - {send: "to the end"}
                - {halfClose: true}
                - {until: {end: true}}
              timeout: 3s
              """,
              10,
              true,
              ALL));

  /** How it is typed. */
  String typed() {
    return transport.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name;
  }
}
