package org.wirebench.tool.socket.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;

/** What is wrong is said at its own field, also where only another field tells that it is. */
class PlacesOfProblemsTest {
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
