package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;

class TargetsTest {
  private static Entry entry(String name, String... fields) {
    Tree.Fields request = Tree.Fields.NONE;
    for (int i = 0; i < fields.length; i += 2) {
      request = request.with(fields[i], fields[i + 1]);
    }
    return Entry.of(name, "socket", request);
  }

  @Test
  void entriesOfTheSameNameAreToldApartByWhatTheyTalkTo() {
    assertThat(Targets.name(entry("Echo", "host", "127.0.0.1", "port", "7")))
        .isEqualTo("Echo · 127.0.0.1:7");
    assertThat(Targets.name(entry("Echo", "host", "::1", "port", "7"))).isEqualTo("Echo · [::1]:7");
    assertThat(Targets.name(entry("Echo", "port", "7"))).isEqualTo("Echo · *:7");
    assertThat(Targets.name(entry("Echo", "path", "/tmp/s"))).isEqualTo("Echo · /tmp/s");
  }

  @Test
  void aNameThatSaysItIsNotRepeated() {
    assertThat(Targets.name(entry("localhost:7", "host", "localhost", "port", "7")))
        .isEqualTo("localhost:7");
    assertThat(Targets.name(entry("Echo"))).isEqualTo("Echo");
  }
}
