package org.wirebench.tool.socket.view;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;
import org.wirebench.tool.socket.request.ClientRequest;

/** The form of the socket console with variables in it. */
class TypedVariablesTest {
  private final ObjectProperty<Variables> variables =
      new SimpleObjectProperty<>(Variables.NONE.with("host", "lab.test"));
  private final Typed typed = new Typed(Entry.of("", "socket", Tree.Fields.NONE), variables);

  private String blocked() {
    return typed.form().blockedProperty().get();
  }

  @Test
  void whatTheyStandForIsConnectedTo() {
    typed.addressProperty().set("{{host}}:{{port}}");
    assertThat(blocked()).contains("\"port\" is not known");

    variables.set(variables.get().with("port", "7007"));

    assertThat(blocked()).isEmpty();
    assertThat(typed.form().requestProperty().get()).isInstanceOf(ClientRequest.class);
    assertThat(String.valueOf(typed.form().requestProperty().get())).contains("lab.test", "7007");
    assertThat(typed.form().entry("A").request().text("host")).contains("{{host}}");
  }

  @Test
  void whatIsWrongWithAValueIsSaidOfTheValue() {
    typed.addressProperty().set("{{host}}:80");
    variables.set(Variables.NONE.with("host", "http://lab.test"));

    assertThat(blocked()).contains("http:// does not belong here");
  }
}
