package org.wirebench.tool.socket.view;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.Completion;
import org.wirebench.fx.Describe;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.ProblemLabel;
import org.wirebench.fx.Segments;
import org.wirebench.fx.frame.ToolAddress;
import org.wirebench.tool.socket.request.SocketFields.Mode;
import org.wirebench.tool.socket.request.Transport;

/** Whom to talk to: client or server, over what, and the address with what is wrong with it. */
final class Whom implements ToolAddress {
  private static final Messages TEXT = Messages.of(Whom.class);
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
  private static final double ADDRESS = 160;

  private final SocketViewModel model;
  private final Segments<Mode> mode;
  private final ChoiceBox<Transport> transport;
  private final TextField address = new TextField();
  private final ProblemLabel problem = new ProblemLabel();

  Whom(SocketViewModel model, Targets targets, ObservableValue<Variables> variables) {
    this.model = model;
    this.mode = modes();
    this.transport =
        Describe.control(
            FormControls.choice(
                model.form().text("transport"),
                List.of(Transport.values()),
                Transport.TCP,
                TEXT::get),
            TEXT.get("transport.help"));
    transport.setMinWidth(Region.USE_PREF_SIZE);
    address.textProperty().bindBidirectional(model.addressProperty());
    address.getStyleClass().add("mono");
    Completion.install(address, targets::all, variables::getValue);
    HBox.setHgrow(address, Priority.ALWAYS);
    address.setMinWidth(ADDRESS);
  }

  @Override
  public Node[] controls() {
    return new Node[] {mode, transport, address};
  }

  @Override
  public Node problem() {
    return problem;
  }

  @Override
  public void focus() {
    address.requestFocus();
  }

  private Segments<Mode> modes() {
    Segments<Mode> modes = new Segments<>(List.of(Mode.values()), TEXT::get, Whom::helpOf);
    StringProperty typed = model.form().text("mode");
    modes.valueProperty().set(modeNow());
    typed.addListener((_, _, _) -> modes.valueProperty().set(modeNow()));
    modes
        .valueProperty()
        .addListener(
            (_, _, now) -> {
              if (modeNow() != now) {
                typed.set(now == Mode.SERVER ? FormControls.word(now) : "");
              }
            });
    var idle = model.stateProperty().isEqualTo(SocketViewModel.State.IDLE);
    modes.disableProperty().bind(idle.not());
    return modes;
  }

  private Mode modeNow() {
    return model.isServer() ? Mode.SERVER : Mode.CLIENT;
  }

  private static String helpOf(Mode mode) {
    return switch (mode) {
      case CLIENT -> TEXT.get("mode.client.help");
      case SERVER -> TEXT.get("mode.server.help");
    };
  }

  @Override
  public void edited() {
    boolean path = model.transport() == Transport.UNIX;
    address.setPromptText(
        path
            ? "/tmp/wirebench.sock"
            : model.isServer() ? TEXT.get("address.listen") : TEXT.get("address.connect"));
    Describe.control(address, path ? TEXT.get("address.pathHelp") : TEXT.get("address.help"));
    String wrong = complaint();
    boolean typed = !address.getText().isBlank();
    problem.show(typed ? wrong : "");
    address.pseudoClassStateChanged(DANGER, typed && !wrong.isEmpty());
  }

  @Override
  public String name(Tree.Fields request) {
    return Targets.name(request);
  }

  private String complaint() {
    return model.problems().stream()
        .filter(one -> Typed.ADDRESS.contains(one.path()))
        .map(Problem::message)
        .findFirst()
        .orElse("");
  }
}
