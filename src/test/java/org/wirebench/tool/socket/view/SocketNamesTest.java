package org.wirebench.tool.socket.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.workspace.Tree;

class SocketNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "request.port|Address",
        "request.tls.trust|Trust",
        "request.tls.identity.password|Password",
        "request.tls.identity.certificate|Client certificate",
        "request.macros[1].key|Macros, row 2",
        "request.behaviour.rules[0].when.regex|Behaviour, row 1",
        "request.behaviour.greet|Behaviour",
        "request.generate.send|Generate",
        "request.generate.size|Size",
        "request.nobody.knows|request.nobody.knows"
      })
  void aFieldIsCalledAsOnTheScreen(String path, String name) {
    assertThat(SocketNames.of(path, Tree.Fields.NONE)).isEqualTo(name);
  }

  @Test
  void stepsAreCountedAsTheyAreListedWhereverTheyAreWritten() {
    Tree.Fields request =
        Tree.Fields.NONE
            .with("send", Tree.items(List.of(Tree.text("a"), Tree.text("b"))))
            .with("until", "c");
    assertThat(SocketNames.of("request.send[1]", request)).isEqualTo("Steps, row 2");
    assertThat(SocketNames.of("request.until.regex", request)).isEqualTo("Steps, row 3");
  }
}
