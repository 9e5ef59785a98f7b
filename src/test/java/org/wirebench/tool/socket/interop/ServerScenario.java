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
 * What is asked of a server, and of the client that talks to it.
 *
 * @param server more fields of the server; {@code FOLDER} stands for the folder of the test
 * @param client more fields of the client
 * @param compared how many bytes of the reply are compared
 * @param targets who can do it
 */
record ServerScenario(
    String name,
    Transport transport,
    String server,
    String client,
    int compared,
    Set<Target> targets) {
  private static final Set<Target> ALL = Set.of(PYTHON, JAVA, SHELL);

  /** Commands of a shell know no rules, and forget who sent a datagram. */
  private static final Set<Target> PROGRAMS = Set.of(PYTHON, JAVA);

  private static final int WHOLE = Integer.MAX_VALUE;
  private static final String TO_THE_END =
      """
      steps:
        - {send: "one\\\\n"}
        - {until: {text: one}}
        - {halfClose: true}
        - {until: {end: true}}
      timeout: 5s
      """;
  private static final String RULES =
      """
      behaviour:
        rules:
          - {when: {regex: "user (?<who>\\\\w+)( the (\\\\w+))?"}, reply: "hello ${1}${3}!\\n"}
          - {when: {hex: "de ?? be e? ?f"}, reply: "\\\\x01\\\\xff ${0} ${counter}$${\\n", delay: 20ms}
          - {when: "user", reply: "never"}
          - {when: quit, reply: "bye\\n", then: close}
          - {when: boom, then: reset}
      """;
  private static final String TRUST = "tls: {trust: authority, authority: FOLDER/authority.pem}\n";

  static final List<ServerScenario> LIST =
      List.of(
          new ServerScenario(
              "echo to the end", Transport.TCP, "behaviour: echo", TO_THE_END, WHOLE, ALL),
          new ServerScenario(
              "echo through a socket file",
              Transport.UNIX,
              "behaviour: echo",
              TO_THE_END,
              WHOLE,
              ALL),
          new ServerScenario(
              "echo through TLS",
              Transport.TLS,
              "behaviour: echo\nidentity: {certificate: FOLDER/server.pem, key: FOLDER/server.key}",
              TRUST + "send: one\nuntil: {text: one}\ntimeout: 5s\n",
              WHOLE,
              ALL),
          new ServerScenario(
              "echo through TLS to the end",
              Transport.TLS,
              "behaviour: echo\nidentity: {certificate: FOLDER/server.pem, key: FOLDER/server.key}",
              TRUST + TO_THE_END,
              WHOLE,
              PROGRAMS),
          new ServerScenario(
              "echo of datagrams",
              Transport.UDP,
              "behaviour: echo",
              """
              steps:
                - {send: one}
                - {until: {text: one}}
                - {send: {hex: "00 ff 0a"}}
                - {until: {bytes: 3}}
              timeout: 5s
              """,
              WHOLE,
              ALL),
          new ServerScenario(
              "silence",
              Transport.TCP,
              "behaviour: nothing",
              "send: one\ntimeout: 500ms\n",
              WHOLE,
              ALL),
          new ServerScenario(
              "discard, with options of the socket",
              Transport.TCP,
              "behaviour: discard\n"
                  + "socket: {keepAlive: true, sendBuffer: 20000, receiveBuffer: 30000}",
              "steps: [{send: one}, {halfClose: true}, {until: {end: true}}]\ntimeout: 5s\n",
              WHOLE,
              ALL),
          new ServerScenario(
              "characters without end",
              Transport.TCP,
              "behaviour: chargen",
              "until: {bytes: 15000}\ntimeout: 5s\n",
              15_000,
              ALL),
          new ServerScenario(
              "a line of characters for each datagram",
              Transport.UDP,
              "behaviour: chargen",
              "steps: [{send: x}, {until: {bytes: 74}}, {send: x}, {until: {bytes: 74}}]\n",
              WHOLE,
              PROGRAMS),
          new ServerScenario(
              "the first line of characters for a datagram",
              Transport.UDP,
              "behaviour: chargen",
              "send: x\nuntil: {bytes: 74}\n",
              WHOLE,
              ALL),
          new ServerScenario(
              "a greeting",
              Transport.TCP,
              "behaviour: {greet: \"Hello from server! 100%\\\\n\"}",
              "until: {end: true}\ntimeout: 5s\n",
              WHOLE,
              ALL),
          new ServerScenario(
              "a greeting through TLS",
              Transport.TLS,
              """
              behaviour: {greet: {hex: "00 ff 0d 0a 27"}}
              identity: {certificate: FOLDER/server.pem, key: FOLDER/server.key}
              """,
              TRUST + "until: {end: true}\ntimeout: 5s\n",
              WHOLE,
              PROGRAMS),
          new ServerScenario(
              "a greeting for a datagram",
              Transport.UDP,
              "behaviour: {greet: {file: FOLDER/server.pem}}",
              "send: x\nuntil: {text: \"END CERTIFICATE\"}\ntimeout: 5s\n",
              WHOLE,
              ALL),
          new ServerScenario(
              "a script",
              Transport.TCP,
              "behaviour: {script: [\"first\\\\n\", {hex: \"01 02\"}, {file: FOLDER/server.pem}]}",
              """
              steps:
                - {send: "a\\\\n"}
                - {until: {text: first}}
                - {send: "b\\\\n"}
                - {until: {hex: "01 02"}}
                - {send: "c\\\\n"}
                - {until: {text: "END CERTIFICATE"}}
              timeout: 5s
              """,
              WHOLE,
              ALL),
          new ServerScenario(
              "a script that speaks first",
              Transport.TCP,
              "behaviour: {speakFirst: [\"220 ready\\n\", \"250 ok\\n\"]}",
              """
              steps:
                - {until: {text: "220 ready"}}
                - {send: "HELO\\n"}
                - {until: {text: "250 ok"}}
              timeout: 5s
              """,
              WHOLE,
              ALL),
          new ServerScenario(
              "a script for datagrams",
              Transport.UDP,
              "behaviour: {script: [first, second]}",
              "steps: [{send: a}, {until: {text: first}}, {send: b}, {until: {text: second}}]\n",
              WHOLE,
              PROGRAMS),
          new ServerScenario(
              "rules that go on and close",
              Transport.TCP,
              RULES,
              """
              steps:
                - {send: "user anna the great user bob "}
                - {until: {text: "hello bob!\\\\n"}}
                - {send: {hex: "00 de ad"}}
                - {pause: 50ms}
                - {send: {hex: "be ef 3f de 00 be e0 0f"}}
                - {until: {text: "2${"}}
                - {send: quit}
                - {until: {end: true}}
              timeout: 5s
              """,
              WHOLE,
              PROGRAMS),
          new ServerScenario(
              "rules through a socket file",
              Transport.UNIX,
              RULES,
              "steps: [{send: user me}, {until: {text: me!}}, {send: quit}, {until: {end:"
                  + " true}}]\n",
              WHOLE,
              PROGRAMS),
          new ServerScenario(
              "a rule that resets",
              Transport.TCP,
              RULES,
              "send: boom\nuntil: {end: true}\ntimeout: 5s\n",
              WHOLE,
              PROGRAMS),
          new ServerScenario(
              "rules for datagrams",
              Transport.UDP,
              RULES,
              """
              steps:
                - {send: "user a user b"}
                - {until: {text: "b!"}}
                - {send: "quit quit"}
                - {until: {text: bye}}
                - {send: "user c"}
                - {until: {text: "c!"}}
              timeout: 5s
              """,
              WHOLE,
              PROGRAMS));

  /** How the transport is typed. */
  String typed() {
    return transport.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name;
  }
}
