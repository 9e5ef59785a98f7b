package org.wirebench.tool.socket.view;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;

/** The button that cannot be pressed says which field is to blame. */
class BlockedReasonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "host | '' | Say which host",
        "local.port | 99999 | Local port: ",
        "socket.sendBuffer | 0 | Send buffer: must be above 0 and below 2GiB",
        "send | \\q | Steps, row 1: ",
      })
  void itNamesTheField(String field, String value, String reason) {
    Tree.Fields request = Tree.Fields.NONE.with("host", "127.0.0.1").with("port", "7");
    Typed typed =
        new Typed(Entry.of("", "socket", request), new SimpleObjectProperty<>(Variables.NONE));
    assertThat(typed.form().blockedProperty().get()).isEmpty();
    typed.form().form().text(field).set(value);
    assertThat(typed.form().blockedProperty().get()).startsWith(reason);
  }
}
