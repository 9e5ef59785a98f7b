package org.wirebench.tool.socket.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;

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
    Typed typed = new Typed(Entry.of("", "socket", request));
    assertThat(typed.blockedProperty().get()).isEmpty();
    typed.form().text(field).set(value);
    assertThat(typed.blockedProperty().get()).startsWith(reason);
  }
}
