package org.wirebench.tool.socket.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;

/** What is wrong is said at its own field, also where only another field tells that it is. */
class PlacesOfProblemsTest {
  private static final String PIN =
      "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

  private static Tree.Fields typed(String fields) throws Exception {
    String file = "wirebench: 1\nname: n\ntool: socket\nrequest:\n" + fields.indent(2);
    return EntryFiles.parse(Path.of("entry.yaml"), file.getBytes(UTF_8)).getFirst().request();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "send: ä | request.send",
        "send: [a, ä] | request.send[1]",
        "steps: [{send: a}, {send: ä}] | request.steps[1].send",
        "steps: [{until: {text: ä}}] | request.steps[0].until",
        "until: {regex: ä} | request.until",
        "macros: [{name: a, send: a}, {name: b, send: ä}] | request.macros[1].send",
        "generate: {send: ä} | request.generate.send",
        "behaviour: {greet: ä} | request.behaviour.greet",
        "behaviour: {script: [a, ä]} | request.behaviour.script[1]",
        "behaviour: {speakFirst: [ä]} | request.behaviour.speakFirst[0]",
        "behaviour: {rules: [{when: a}, {when: ä}]} | request.behaviour.rules[1].when",
        "behaviour: {rules: [{when: a, reply: ä}]} | request.behaviour.rules[0].reply",
      })
  void aCharacterThatTheCharsetLacks(String field, String path) throws Exception {
    String mode = field.startsWith("behaviour") ? "server" : "client";
    Tree.Fields typed = typed("mode: " + mode + "\nhost: a\nport: 1\ncharset: US-ASCII\n" + field);
    assertThat(SocketForm.bind(typed).found()).extracting(Problem::path).containsExactly(path);
    assertThat(SocketForm.bind(typed).found().getFirst().mark().line()).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{when: a}, {when: b}, {when: a} | 2",
        "{when: ab}, {when: abc} | 1",
        "{when: {regex: a+}}, {when: {regex: a+}} | 1",
        "{when: {hex: 4?}}, {when: AB} | 1",
        "{when: \\x41}, {when: {hex: 41 ??}} | 1",
        "{when: é}, {when: {hex: e9}} | 1",
      })
  void aRuleThatNeverHasItsTurnIsToldButCarriedOut(String rules, int later) throws Exception {
    Tree.Fields typed =
        typed("mode: server\ncharset: ISO-8859-1\nbehaviour: {rules: [" + rules + "]}");
    assertThat(SocketForm.bind(typed).found()).isEmpty();
    assertThat(SocketForm.unused(typed))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("request.behaviour.rules[" + later + "].when");
              assertThat(problem.message()).contains("rule 1, above it");
              assertThat(problem.mark().line()).isEqualTo(7);
            });
  }

  /** What begins first wins, so the second of each has its turn where the first begins later. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{when: b}, {when: ab}",
        "{when: abc}, {when: ab}",
        "{when: A}, {when: {hex: 4?}}",
        "{when: {regex: a}}, {when: a}",
        "{when: '{'}, {when: '{{x}}'}",
        "{when: ''}, {when: ''}",
      })
  void aRuleThatMayHaveItsTurnIsNot(String rules) throws Exception {
    Tree.Fields typed = typed("mode: server\nbehaviour: {rules: [" + rules + "]}");
    assertThat(SocketForm.unused(typed)).isEmpty();
    assertThat(SocketForm.unused(typed("mode: server\nbehaviour: echo"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sha256: zz | request.tls.sha256 | trust: system",
        "trust: none, sha256: zz | request.tls.sha256 | trust: none",
        "trust: pinned, sha256: "
            + PIN
            + ", authority: a.pem | request.tls.authority | trust: pinned",
      })
  void aTrustThatWasNotChosenIsToldToHaveNoEffect(String tls, String path, String why)
      throws Exception {
    Tree.Fields typed = typed("host: a\nport: 1\ntransport: tls\ntls: {" + tls + "}");
    assertThat(SocketForm.bind(typed).found()).isEmpty();
    assertThat(SocketForm.unused(typed)).extracting(Problem::path).containsExactly(path);
    assertThat(SocketForm.unused(typed).getFirst().message()).contains(why);
  }

  @ParameterizedTest
  @CsvSource({
    "sendBuffer: 0, request.socket.sendBuffer",
    "receiveBuffer: 0B, request.socket.receiveBuffer",
    "receiveBuffer: 2GiB, request.socket.receiveBuffer",
  })
  void aBufferThatNoSystemHas(String field, String path) throws Exception {
    Tree.Fields typed = typed("host: a\nport: 1\nsocket: {" + field + "}");
    assertThat(SocketForm.bind(typed).found()).extracting(Problem::path).containsExactly(path);
  }
}
