package org.wirebench.tool.socket.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.SocketAddresses;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.FxJobs;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.SocketForm;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.ClientSession;
import org.wirebench.tool.socket.service.Generator;
import org.wirebench.tool.socket.service.ServedClient;
import org.wirebench.tool.socket.service.ServerSession;
import org.wirebench.tool.socket.service.SocketService;

/** The state of one tab of the socket console: what is typed, and what runs. FX thread only. */
final class SocketViewModel {
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
  private final FileSends files;
  private final SocketService service;
  private final Entry initial;
  private final FormModel form;
  private final Unsent unsent = new Unsent();
  private final StringProperty address = new SimpleStringProperty(this, "address", "");
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper blocked = new ReadOnlyStringWrapper(this, "blocked", "");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
  private final ObjectProperty<State> state = new SimpleObjectProperty<>(this, "state", State.IDLE);
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure =
      new ReadOnlyObjectWrapper<>(this, "failure");
  private final ReadOnlyObjectWrapper<@Nullable Transcript> transcript =
      new ReadOnlyObjectWrapper<>(this, "transcript");
  private final ReadOnlyObjectWrapper<@Nullable ClientSession> client =
      new ReadOnlyObjectWrapper<>(this, "client");
  private final ReadOnlyObjectWrapper<@Nullable ServerSession> server =
      new ReadOnlyObjectWrapper<>(this, "server");
  private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper(this, "outdated");
  private @Nullable SocketRequest request;
  private @Nullable SocketRequest running;
  private boolean again;
  private final ObservableList<Past> earlier = FXCollections.observableArrayList();
  private String shownTitle = "";
  private boolean shownServer;
  private @Nullable Job<?> job;
  private @Nullable Job<?> generating;
  private boolean writingAddress;

  SocketViewModel(FxJobs jobs, SocketService service, Entry initial) {
    this.jobs = jobs;
    this.files = new FileSends(jobs, this::keepFailure);
    this.service = service;
    this.initial = initial;
    this.form = new FormModel(initial.request());
    form.treeProperty().addListener((_, _, _) -> edited());
    address.addListener((_, _, typed) -> addressTyped(typed));
    edited();
  }

  FormModel form() {
    return form;
  }

  /** The line that is typed and not sent yet. */
  Unsent unsent() {
    return unsent;
  }

  /** The host and the port, or the path, in one text. */
  StringProperty addressProperty() {
    return address;
  }

  /** What is wrong with what is typed. */
  ObservableList<Problem> problems() {
    return problems;
  }

  /** Why the tab cannot start; empty when it can. */
  ReadOnlyStringProperty blockedProperty() {
    return blocked.getReadOnlyProperty();
  }

  ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  ObjectProperty<State> stateProperty() {
    return state;
  }

  /** Why the last thing that ran failed; null when it did not. */
  ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** What was said last; null before anything was. */
  ReadOnlyObjectProperty<@Nullable Transcript> transcriptProperty() {
    return transcript.getReadOnlyProperty();
  }

  /** The client that is, or was last, connected. */
  ReadOnlyObjectProperty<@Nullable ClientSession> clientProperty() {
    return client.getReadOnlyProperty();
  }

  /** The server that is, or was last, running. */
  ReadOnlyObjectProperty<@Nullable ServerSession> serverProperty() {
    return server.getReadOnlyProperty();
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

  /** What is typed is a request; null while it is not. */
  @Nullable SocketRequest request() {
    return request;
  }

  /** What is typed now, as it is saved. */
  Entry entry() {
    String name = initial.name().isBlank() ? title.get() : initial.name();
    return new Entry(
        name, initial.tool(), form.tree(), initial.expect(), initial.capture(), initial.mark());
  }

  private void edited() {
    Bound<Tree.Fields> resolved =
        Variables.NONE.resolve(SocketForm.relevant(form.tree()), "request");
    Bound<SocketRequest> bound =
        switch (resolved) {
          case Bound.Ok<Tree.Fields>(Tree.Fields fields) -> SocketForm.bind(fields);
          case Bound.Bad<Tree.Fields>(List<Problem> found) -> new Bound.Bad<>(found);
        };
    request = bound instanceof Bound.Ok<SocketRequest>(SocketRequest made) ? made : null;
    problems.setAll(bound.found());
    blocked.set(bound.found().isEmpty() ? "" : bound.found().getFirst().message());
    showAddress();
    title.set(titleNow());
    compare();
  }

  /** Whether what runs was asked for in another way than the form says now. */
  ReadOnlyBooleanProperty outdatedProperty() {
    return outdated.getReadOnlyProperty();
  }

  private void compare() {
    SocketRequest now = request;
    SocketRequest then = running;
    outdated.set(
        now != null
            && then != null
            && state.get() == State.OPEN
            && !SocketForm.connection(now).equals(SocketForm.connection(then)));
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
    }
    writingAddress = false;
    title.set(titleNow());
  }

  private String titleNow() {
    String at = address.get();
    if (isServer()) {
      return at.isBlank() ? TEXT.get("title.newServer") : TEXT.get("title.server", at);
    }
    return at.isBlank() ? TEXT.get("title.new") : at;
  }

  /** Connects, or begins to listen, as the form says. */
  void start() {
    SocketRequest asked = request;
    if (asked == null || state.get() != State.IDLE) {
      return;
    }
    failure.set(null);
    state.set(State.OPENING);
    running = asked;
    job =
        switch (asked) {
          case ClientRequest one -> startClient(one, spec(TEXT.get("job.client", address.get())));
          case ServerRequest one -> startServer(one, spec(TEXT.get("job.server", address.get())));
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
    client.set(null);
    server.set(session);
    show(session.transcript());
    state.set(State.OPEN);
    compare();
    title.set(TEXT.get("title.server", SocketAddresses.text(session.address())));
  }

  /** Connecting again takes nothing away: what was said before is kept, up to a number. */
  private void show(Transcript now) {
    Transcript before = transcript.get();
    transcript.set(now);
    if (before != null) {
      earlier.addFirst(new Past(shownTitle, shownServer, before));
    }
    while (earlier.size() > Past.MOST) {
      giveBack(earlier.removeLast().transcript());
    }
    shownTitle = title.get();
    shownServer = isServer();
  }

  /** The connections before the last one, the newest first. */
  ObservableList<Past> earlier() {
    return earlier;
  }

  /** Files are deleted, so this is work for a job. */
  private void giveBack(Transcript old) {
    Job<Boolean> _ =
        jobs.start(
            JobSpec.named(TEXT.get("job.forget"), ""),
            _ -> {
              old.close();
              return true;
            },
            _ -> {});
  }

  private void ended(Outcome<Boolean> outcome) {
    state.set(State.IDLE);
    job = null;
    compare();
    if (again) {
      again = false;
      start();
      return;
    }
    if (outcome instanceof Outcome.Failed<Boolean>(Failure why)) {
      failure.set(why);
      return;
    }
    ClientSession last = client.get();
    if (last != null && outcome instanceof Outcome.Done<Boolean>) {
      last.broken().ifPresent(failure::set);
    }
  }

  /** Ends what runs, and starts it again as the form says now. */
  void restart() {
    again = state.get() == State.OPEN && request != null;
    stop();
  }

  /** Ends what runs. */
  void stop() {
    if (job != null) {
      job.cancel();
    }
    stopGenerating();
  }

  /** What the job does now, for the address row; empty once the connection stands. */
  String step() {
    Job<?> running = job;
    return running == null || state.get() != State.OPENING ? "" : running.step();
  }

  /** What is wrong with something to send; empty when it can be sent. */
  String complaint(Payload payload) {
    try {
      payload.check(charset());
      return "";
    } catch (ParseProblem problem) {
      return String.valueOf(problem.getMessage());
    }
  }

  /** How characters become bytes. */
  Charset charset() {
    return request == null ? UTF_8 : request.talk().charset();
  }

  /**
   * Sends to the server, or to clients.
   *
   * @param to the clients that are sent to; nobody is asked for a client of ours
   * @return why it could not be sent; empty when it is on its way
   */
  String send(Payload payload, List<? extends ServedClient> to) {
    byte[] bytes;
    try {
      payload.check(charset());
      if (payload.form() == Payload.Form.FILE) {
        return sendFile(payload.file(), to);
      }
      bytes = payload.bytes(charset());
    } catch (ParseProblem problem) {
      return String.valueOf(problem.getMessage());
    }
    ClientSession talking = client.get();
    if (talking != null) {
      return talking.offer(bytes) ? "" : TEXT.get("send.full");
    }
    if (to.isEmpty()) {
      return TEXT.get("send.nobody");
    }
    boolean all = true;
    for (ServedClient one : to) {
      all &= one.offer(bytes);
    }
    return all ? "" : TEXT.get("send.someFull");
  }

  /**
   * Sends a file to the server, or to clients, each as a job with progress.
   *
   * @return why it could not be sent; empty when it is on its way
   */
  String sendFile(Path file, List<? extends ServedClient> to) {
    ClientSession talking = client.get();
    if (talking != null) {
      files.start(file, context -> talking.sendFile(file, context));
      return "";
    }
    for (ServedClient one : to) {
      files.start(file, context -> one.sendFile(file, context));
    }
    return to.isEmpty() ? TEXT.get("send.nobody") : "";
  }

  /** Why the generator cannot be started; empty when it can. */
  String generatorMissing() {
    if (request == null) {
      return TEXT.get("generate.wrong", blocked.get());
    }
    if (request.talk().generation().isEmpty()) {
      return TEXT.get("generate.nothing");
    }
    return state.get() == State.OPEN ? "" : TEXT.get("generate.closed");
  }

  /** Sends again and again what the form says, until it is stopped. */
  void generate(Runnable onEnd) {
    ClientSession talking = client.get();
    SocketRequest asked = request;
    if (talking == null || asked == null || generating != null) {
      return;
    }
    SocketRequest.Talk talk = asked.talk();
    generating =
        jobs.start(
            spec(TEXT.get("job.generate", SocketAddresses.text(talking.link().remote()))),
            context -> {
              talking.generate(Generator.of(talk.generation(), talk.charset()), context);
              return true;
            },
            outcome -> {
              generating = null;
              keepFailure(outcome);
              onEnd.run();
            });
  }

  private void keepFailure(Outcome<Boolean> outcome) {
    if (outcome instanceof Outcome.Failed<Boolean>(Failure why)) {
      failure.set(why);
    }
  }

  void stopGenerating() {
    if (generating != null) {
      generating.cancel();
    }
  }

  /** Ends our direction; why it could not, or empty. */
  String halfClose() {
    ClientSession talking = client.get();
    return talking == null || talking.halfClose() ? "" : TEXT.get("send.full");
  }

  /** Breaks the connection. */
  void reset() {
    ClientSession talking = client.get();
    if (talking != null) {
      talking.reset();
    }
  }

  /** Plays the steps of the form with nobody typing, and shows what was said. */
  void play() {
    SocketRequest asked = request;
    if (asked == null || state.get() != State.IDLE) {
      return;
    }
    failure.set(null);
    state.set(State.OPENING);
    job =
        jobs.start(
            spec(TEXT.get("job.play", title.get())),
            context -> {
              var _ = service.play(asked, said -> jobs.later(() -> playing(said)), context);
              return true;
            },
            this::ended);
  }

  private void playing(Transcript said) {
    client.set(null);
    server.set(null);
    show(said);
  }

  /** Gives everything back. */
  void close() {
    stop();
    Optional.ofNullable(transcript.get()).ifPresent(this::giveBack);
    earlier.forEach(past -> giveBack(past.transcript()));
    earlier.clear();
  }
}
