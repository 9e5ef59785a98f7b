package org.wirebench.tool.socket.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.Problems;
import org.wirebench.fx.TypedForm;
import org.wirebench.tool.socket.request.SocketForm;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.request.Transport;

/** What is typed in one tab, and whom it is about. */
final class Typed {
  /** What is wrong with the address is said in its own row. */
  static final List<String> ADDRESS = List.of("request.host", "request.port", "request.path");

  private static final List<String> ENDPOINT = List.of("request.host", "request.port");

  private static final Messages TEXT = Messages.of(Typed.class);

  private final FormModel form;
  private final ObservableValue<Variables> variables;
  private final TypedForm<SocketRequest> typed;
  private final StringProperty address = new SimpleStringProperty(this, "address", "");
  private final ObservableList<Problem> remarks = FXCollections.observableArrayList();
  private boolean writingAddress;

  Typed(Entry initial, ObservableValue<Variables> variables) {
    this.variables = variables;
    form = new FormModel(initial.request());
    form.treeProperty().subscribe(_ -> showAddress());
    typed = new TypedForm<>(initial, form, variables, new Reading());
    form.treeProperty().subscribe(now -> Problems.replace(remarks, SocketForm.shadowedRules(now)));
    address.addListener((_, _, text) -> addressTyped(text));
  }

  private final class Reading implements TypedForm.Reading<SocketRequest> {
    @Override
    public Tree.Fields relevant(Tree.Fields all) {
      return SocketForm.relevant(all);
    }

    @Override
    public Bound<SocketRequest> bind(Tree.Fields resolved) {
      return explained(SocketForm.bind(resolved));
    }

    @Override
    public List<String> address() {
      return ADDRESS;
    }

    @Override
    public String name(String path) {
      return SocketNames.of(path, form.tree());
    }
  }

  TypedForm<SocketRequest> form() {
    return typed;
  }

  /** The host and the port, or the path, in one text. */
  StringProperty addressProperty() {
    return address;
  }

  /** What of it is well and never has a turn, which blocks nothing. */
  ObservableList<Problem> remarks() {
    return remarks;
  }

  boolean isServer() {
    return "server".equals(form.text("mode").get());
  }

  Transport transport() {
    String word = form.text("transport").get();
    for (Transport one : Transport.values()) {
      if (one.name().equalsIgnoreCase(word)) {
        return one;
      }
    }
    return Transport.TCP;
  }

  /** How characters become bytes. */
  Charset charset() {
    SocketRequest request = typed.requestProperty().get();
    return request == null ? UTF_8 : request.talk().charset();
  }

  /** Whom it is about, in a few words. */
  String title() {
    String at = address.get();
    if (isServer()) {
      return at.isBlank() ? TEXT.get("title.newServer") : TEXT.get("title.server", at);
    }
    return at.isBlank() ? TEXT.get("title.new") : at;
  }

  /** What is wrong with a host or a port is said of the text they are typed in. */
  private Bound<SocketRequest> explained(Bound<SocketRequest> bound) {
    return bound instanceof Bound.Bad<SocketRequest>(List<Problem> found)
        ? new Bound.Bad<>(found.stream().map(this::explained).toList())
        : bound;
  }

  private Problem explained(Problem problem) {
    return ENDPOINT.contains(problem.path())
        ? AddressText.fault(variables.getValue().known(address.get()), isServer())
            .map(why -> new Problem(problem.path(), why, problem.mark()))
            .orElse(problem)
        : problem;
  }

  private void showAddress() {
    if (writingAddress) {
      return;
    }
    writingAddress = true;
    address.set(
        transport() == Transport.UNIX
            ? form.text("path").get()
            : new AddressText(form.text("host").get(), form.text("port").get()).joined());
    writingAddress = false;
  }

  private void addressTyped(String text) {
    if (writingAddress) {
      return;
    }
    writingAddress = true;
    if (transport() == Transport.UNIX) {
      form.text("path").set(text);
    } else {
      AddressText parts = AddressText.of(text, isServer());
      form.text("host").set(parts.host());
      form.text("port").set(parts.port());
      // Another text may have the same parts, and another fault.
      typed.read();
    }
    writingAddress = false;
  }
}
