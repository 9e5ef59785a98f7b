package org.wirebench.tool.socket.view;

import java.nio.charset.Charset;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.SocketAddresses;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.TypedForm;
import org.wirebench.fx.frame.ToolModel;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.SocketForm;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.ClientSession;
import org.wirebench.tool.socket.service.ServerSession;
import org.wirebench.tool.socket.service.SocketResult;
import org.wirebench.tool.socket.service.SocketService;

/** The state of one tab of the socket console: what is typed, and what runs. FX thread only. */
final class SocketViewModel implements ToolModel<SocketRequest> {
  /** What a tab does. */
  enum State {
    /** Nothing. */
    IDLE,
    /** Connects, or begins to listen. */
    OPENING,
    /** Talks, or serves. */
    OPEN
  }

  private static final Messages TEXT = Messages.of(SocketViewModel.class);

  private final FxJobs jobs;
  private final SocketService service;
  private final Typed typed;
  private final Sending sending;
  private final Unsent unsent = new Unsent();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
  private final ObjectProperty<State> state = new SimpleObjectProperty<>(this, "state", State.IDLE);
  private final BooleanBinding busy = state.isNotEqualTo(State.IDLE);
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure =
      new ReadOnlyObjectWrapper<>(this, "failure");
  private final Shown shown;
  private final ReadOnlyObjectWrapper<@Nullable ClientSession> client =
      new ReadOnlyObjectWrapper<>(this, "client");
  private final ReadOnlyObjectWrapper<@Nullable ServerSession> server =
      new ReadOnlyObjectWrapper<>(this, "server");
  private final ReadOnlyObjectWrapper<@Nullable SocketResult> played =
      new ReadOnlyObjectWrapper<>(this, "played");
  private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper(this, "outdated");
  private @Nullable SocketRequest running;
  private boolean again;
  private @Nullable Job<?> job;

  SocketViewModel(
      FxJobs jobs, SocketService service, Entry initial, ObservableValue<Variables> variables) {
    this.jobs = jobs;
    this.service = service;
    this.shown = new Shown(jobs);
    this.typed = new Typed(initial, variables);
    this.sending = new Sending(jobs, this);
    form().treeProperty().addListener((_, _, _) -> edited());
    requestProperty().addListener((_, _, _) -> compare());
    typed.addressProperty().addListener((_, _, _) -> title.set(typed.title()));
    title.set(typed.title());
  }

  private void edited() {
    title.set(typed.title());
  }

  @Override
  public TypedForm<SocketRequest> typedForm() {
    return typed.form();
  }

  /** The line that is typed and not sent yet. */
  Unsent unsent() {
    return unsent;
  }

  /** The host and the port, or the path, in one text. */
  StringProperty addressProperty() {
    return typed.addressProperty();
  }

  /** What of it is well and never has a turn. */
  ObservableList<Problem> remarks() {
    return typed.remarks();
  }

  @Override
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  ObjectProperty<State> stateProperty() {
    return state;
  }

  /** Whether it connects, talks or serves. */
  @Override
  public ObservableBooleanValue runningProperty() {
    return busy;
  }

  @Override
  public ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** What was said last; null before anything was. */
  ReadOnlyObjectProperty<@Nullable Transcript> transcriptProperty() {
    return shown.transcriptProperty();
  }

  /** The client that is, or was last, connected. */
  ReadOnlyObjectProperty<@Nullable ClientSession> clientProperty() {
    return client.getReadOnlyProperty();
  }

  /** The server that is, or was last, running. */
  ReadOnlyObjectProperty<@Nullable ServerSession> serverProperty() {
    return server.getReadOnlyProperty();
  }

  /** What playing the steps brought; null when something else ran since, or it failed. */
  ReadOnlyObjectProperty<@Nullable SocketResult> playedProperty() {
    return played.getReadOnlyProperty();
  }

  boolean isServer() {
    return typed.isServer();
  }

  Transport transport() {
    return typed.transport();
  }

  /** How characters become bytes. */
  Charset charset() {
    return typed.charset();
  }

  /** What is sent over the connection that stands. */
  Sending sending() {
    return sending;
  }

  /** Whether what runs was asked for in another way than the form says now. */
  ReadOnlyBooleanProperty outdatedProperty() {
    return outdated.getReadOnlyProperty();
  }

  private void compare() {
    SocketRequest now = request();
    SocketRequest then = running;
    outdated.set(
        now != null
            && then != null
            && state.get() == State.OPEN
            && !SocketForm.connection(now).equals(SocketForm.connection(then)));
  }

  /** Connects, or begins to listen, as the form says. */
  @Override
  public void start() {
    SocketRequest asked = request();
    if (asked == null || state.get() != State.IDLE) {
      return;
    }
    failure.set(null);
    played.set(null);
    state.set(State.OPENING);
    running = asked;
    job =
        switch (asked) {
          case ClientRequest one ->
              startClient(one, spec(TEXT.get("job.client", addressProperty().get())));
          case ServerRequest one ->
              startServer(one, spec(TEXT.get("job.server", addressProperty().get())));
        };
  }

  private static JobSpec spec(String name) {
    return JobSpec.named(name, SocketRequest.TOOL);
  }

  private Job<?> startClient(ClientRequest asked, JobSpec spec) {
    return jobs.start(
        spec,
        context -> {
          service.talk(asked, session -> jobs.later(() -> opened(session)), context);
          return true;
        },
        this::ended);
  }

  private void opened(ClientSession session) {
    server.set(null);
    client.set(session);
    show(session.transcript());
    state.set(State.OPEN);
    compare();
  }

  private Job<?> startServer(ServerRequest asked, JobSpec spec) {
    return jobs.start(
        spec,
        context -> {
          service.serve(asked, session -> jobs.later(() -> opened(session)), context);
          return true;
        },
        this::ended);
  }

  private void opened(ServerSession session) {
    title.set(TEXT.get("title.server", SocketAddresses.text(session.address())));
    client.set(null);
    server.set(session);
    show(session.transcript());
    state.set(State.OPEN);
    compare();
  }

  private void show(Transcript said) {
    shown.show(said, title.get(), isServer());
  }

  /** The connections before the last one, the newest first. */
  ObservableList<Past> earlier() {
    return shown.earlier();
  }

  private void ended(Outcome<?> outcome) {
    state.set(State.IDLE);
    job = null;
    compare();
    if (again) {
      again = false;
      start();
      return;
    }
    if (outcome instanceof Outcome.Failed<?>(Failure why)) {
      failure.set(why);
      return;
    }
    ClientSession last = client.get();
    if (last != null && outcome instanceof Outcome.Done<?>) {
      last.broken().ifPresent(failure::set);
    }
  }

  /** Ends what runs, and starts it again as the form says now. */
  void restart() {
    boolean wanted = state.get() == State.OPEN && request() != null;
    stop();
    again = wanted;
  }

  @Override
  public void stop() {
    again = false;
    if (job != null) {
      job.cancel();
    }
    sending.stopGenerating();
  }

  /** What the job does now, for the address row; empty once the connection stands. */
  @Override
  public String step() {
    Job<?> running = job;
    return running == null || state.get() != State.OPENING ? "" : running.step();
  }

  /** Shows why something that was started beside the connection failed. */
  void keepFailure(Outcome<Boolean> outcome) {
    if (outcome instanceof Outcome.Failed<Boolean>(Failure why)) {
      failure.set(why);
    }
  }

  /** Plays the steps of the form with nobody typing, and shows what was said. */
  void play() {
    SocketRequest asked = request();
    if (asked == null || state.get() != State.IDLE) {
      return;
    }
    failure.set(null);
    played.set(null);
    state.set(State.OPENING);
    job =
        jobs.start(
            spec(TEXT.get("job.play", title.get())),
            context -> service.play(asked, said -> jobs.later(() -> playing(said)), context),
            this::played);
  }

  private void played(Outcome<SocketResult> outcome) {
    if (outcome instanceof Outcome.Done<SocketResult>(SocketResult result)) {
      played.set(result);
    }
    ended(outcome);
  }

  private void playing(Transcript said) {
    client.set(null);
    server.set(null);
    show(said);
  }

  /** Gives everything back. */
  void close() {
    stop();
    typed.form().close();
    shown.close();
  }
}
