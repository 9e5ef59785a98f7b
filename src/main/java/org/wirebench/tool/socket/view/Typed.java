package org.wirebench.tool.socket.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.FormModel;
import org.wirebench.tool.socket.request.SocketForm;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.request.Transport;

/** What is typed in one tab, and the request it makes, or what is wrong with it. */
final class Typed {
  /** What is wrong with the address is said in its own row. */
  static final List<String> ADDRESS = List.of("request.host", "request.port", "request.path");

  private static final List<String> ENDPOINT = List.of("request.host", "request.port");

  private static final Messages TEXT = Messages.of(Typed.class);

  private final Entry initial;
  private final FormModel form;
  private final StringProperty address = new SimpleStringProperty(this, "address", "");
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final ObservableList<Problem> remarks = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper blocked = new ReadOnlyStringWrapper(this, "blocked", "");
  private @Nullable SocketRequest request;
  private boolean writingAddress;

  Typed(Entry initial) {
    this.initial = initial;
    this.form = new FormModel(initial.request());
    form.treeProperty().addListener((_, _, _) -> edited());
    address.addListener((_, _, typed) -> addressTyped(typed));
    edited();
  }

  FormModel form() {
    return form;
  }

  /** The host and the port, or the path, in one text. */
  StringProperty addressProperty() {
    return address;
  }

  /** What is wrong with what is typed. */
  ObservableList<Problem> problems() {
    return problems;
  }

  /** What of it is well and never has a turn, which blocks nothing. */
  ObservableList<Problem> remarks() {
    return remarks;
  }

  /** What is wrong first of all; empty when all is well. */
  ReadOnlyStringProperty blockedProperty() {
    return blocked.getReadOnlyProperty();
  }

  /** What is typed is a request; null while it is not. */
  @Nullable SocketRequest request() {
    return request;
  }

  boolean isServer() {
    return "server".equals(form.text("mode").get());
  }

  Transport transport() {
    String typed = form.text("transport").get();
    for (Transport one : Transport.values()) {
      if (one.name().equalsIgnoreCase(typed)) {
        return one;
      }
    }
    return Transport.TCP;
  }

  /** How characters become bytes. */
  Charset charset() {
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

  /** What is typed now, as it is saved; called {@code title} when it has no name yet. */
  Entry entry(String title) {
    String name = initial.name().isBlank() ? title : initial.name();
    return new Entry(
        name, initial.tool(), form.tree(), initial.expect(), initial.capture(), initial.mark());
  }

  private void edited() {
    showAddress();
    Bound<Tree.Fields> resolved =
        Variables.NONE.resolve(SocketForm.relevant(form.tree()), "request");
    Bound<SocketRequest> bound =
        switch (resolved) {
          case Bound.Ok<Tree.Fields>(Tree.Fields fields) -> explained(SocketForm.bind(fields));
          case Bound.Bad<Tree.Fields>(List<Problem> found) -> new Bound.Bad<>(found);
        };
    request = bound instanceof Bound.Ok<SocketRequest>(SocketRequest made) ? made : null;
    show(remarks, SocketForm.shadowedRules(form.tree()));
    show(problems, bound.found());
    blocked.set(bound.found().isEmpty() ? "" : said(bound.found().getFirst()));
  }

  /** Who listens has work to do, for each key: only where something is another. */
  private static void show(ObservableList<Problem> list, List<Problem> now) {
    if (!list.equals(now)) {
      list.setAll(now);
    }
  }

  /** What is wrong with a host or a port is said of the text they are typed in. */
  private Bound<SocketRequest> explained(Bound<SocketRequest> bound) {
    return bound instanceof Bound.Bad<SocketRequest>(List<Problem> found)
        ? new Bound.Bad<>(found.stream().map(this::explained).toList())
        : bound;
  }

  private Problem explained(Problem problem) {
    return ENDPOINT.contains(problem.path())
        ? AddressText.fault(address.get(), isServer())
            .map(why -> new Problem(problem.path(), why, problem.mark()))
            .orElse(problem)
        : problem;
  }

  /** A reason far from its field says which field it is about; that of the address is near. */
  private String said(Problem problem) {
    return ADDRESS.contains(problem.path())
        ? problem.message()
        : TEXT.get("blocked", FieldNames.of(problem.path(), form.tree()), problem.message());
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

  private void addressTyped(String typed) {
    if (writingAddress) {
      return;
    }
    writingAddress = true;
    if (transport() == Transport.UNIX) {
      form.text("path").set(typed);
    } else {
      AddressText parts = AddressText.of(typed, isServer());
      form.text("host").set(parts.host());
      form.text("port").set(parts.port());
      // Another text may have the same parts, and another fault.
      edited();
    }
    writingAddress = false;
  }
}
