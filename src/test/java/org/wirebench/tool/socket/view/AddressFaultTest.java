package org.wirebench.tool.socket.view;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;

/** What is wrong with an address is said of all that is typed, not of the parts it falls into. */
class AddressFaultTest {
  private final Typed typed =
      new Typed(
          Entry.of("", "socket", Tree.Fields.NONE), new SimpleObjectProperty<>(Variables.NONE));

  private String reason(String address) {
    typed.addressProperty().set(address);
    return typed.form().blockedProperty().get();
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.org:80, http:// does not belong here",
    "example.org:443/path, leave out /path",
    "ann@example.org:22, user name",
    "[::1:80, never closed",
    "[::1]80, comes a colon and the port, not 80",
    "::1:7007, as in [::1]:80",
    "example.org, The port is missing",
    "example.org:0, Port 0 cannot be connected to",
    ":80, Say which host",
  })
  void itIsSaidOfTheWhole(String address, String reason) {
    assertThat(reason(address)).contains(reason);
  }

  @Test
  void anotherTextWithTheSamePartsIsLookedAtAgain() {
    assertThat(reason("::1")).contains("as in [::1]:80");
    assertThat(reason("[::1]")).contains("The port is missing");
    assertThat(reason("[::1]:ssh")).isEmpty();
  }

  @Test
  void aServerMayLeaveThePortOpen() {
    typed.form().form().text("mode").set("server");

    assertThat(reason("127.0.0.1")).isEmpty();
    assertThat(reason("70000")).contains("no port 70000");
    assertThat(reason("tcp://127.0.0.1:80")).contains("tcp:// does not belong here");
  }

  @Test
  void whatWasSavedIsExplainedToo() {
    Tree.Fields saved = Tree.Fields.NONE.with("host", "exa mple").with("port", "80");

    assertThat(
            new Typed(Entry.of("", "socket", saved), new SimpleObjectProperty<>(Variables.NONE))
                .form()
                .blockedProperty()
                .get())
        .isEqualTo("A host cannot hold a space: exa mple.");
  }

  @Test
  void aVariableIsNoFaultOfTheAddress() {
    assertThat(reason("{{host}}:80")).contains("variable");
  }
}
