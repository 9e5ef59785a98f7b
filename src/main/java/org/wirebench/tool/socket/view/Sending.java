package org.wirebench.tool.socket.view;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.job.Progress;
import org.wirebench.core.net.SocketAddresses;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FxJobs;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.service.ClientSession;
import org.wirebench.tool.socket.service.Generator;
import org.wirebench.tool.socket.service.ServedClient;

/** What is sent by hand, by file, and by the generator, over the connection that stands. */
final class Sending {
  private static final Messages TEXT = Messages.of(Sending.class);
  private static final Duration TICK = Duration.ofMillis(250);

  private final FxJobs jobs;
  private final SocketViewModel model;
  private final FileSends files;
  private final ReadOnlyBooleanWrapper ended = new ReadOnlyBooleanWrapper(this, "ended");
  private final ReadOnlyStringWrapper generated = new ReadOnlyStringWrapper(this, "generated", "");
  private @Nullable Job<?> generating;

  Sending(FxJobs jobs, SocketViewModel model) {
    this.jobs = jobs;
    this.model = model;
    this.files = new FileSends(jobs, model::keepFailure);
    model
        .clientProperty()
        .addListener(
            (_, _, _) -> {
              ended.set(false);
              generated.set("");
            });
  }

  /** Whether our direction is ended: nothing can be sent over the connection any more. */
  ReadOnlyBooleanProperty endedProperty() {
    return ended.getReadOnlyProperty();
  }

  /** Why nothing can be sent now, whatever it is; empty when it can. */
  String unable() {
    if (model.stateProperty().get() != SocketViewModel.State.OPEN) {
      return TEXT.get("closed");
    }
    return ended.get() ? TEXT.get("send.ended") : "";
  }

  private @Nullable ClientSession client() {
    return model.clientProperty().get();
  }

  /** What is wrong with something to send; empty when it can be sent. */
  String complaint(Payload payload) {
    try {
      payload.check(model.charset());
      return "";
    } catch (ParseProblem problem) {
      return String.valueOf(problem.getMessage());
    }
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
      payload.check(model.charset());
      if (payload.form() == Payload.Form.FILE) {
        return sendFile(payload.file(), to);
      }
      bytes = payload.bytes(model.charset());
    } catch (ParseProblem problem) {
      return String.valueOf(problem.getMessage());
    }
    ClientSession talking = client();
    if (talking != null) {
      return talking.offer(bytes) ? "" : notTaken();
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

  private String notTaken() {
    return ended.get() ? TEXT.get("send.ended") : TEXT.get("send.full");
  }

  /**
   * Sends a file to the server, or to clients, each as a job with progress.
   *
   * @return why it could not be sent; empty when it is on its way
   */
  String sendFile(Path file, List<? extends ServedClient> to) {
    ClientSession talking = client();
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
    SocketRequest asked = model.request();
    if (asked == null) {
      return TEXT.get("generate.wrong", model.blockedProperty().get());
    }
    if (asked.talk().generation().isEmpty()) {
      return TEXT.get("generate.nothing");
    }
    if (model.stateProperty().get() != SocketViewModel.State.OPEN) {
      return TEXT.get("generate.closed");
    }
    return unable();
  }

  /** Sends again and again what the form says, until it is stopped. */
  void generate(Runnable onEnd) {
    ClientSession talking = client();
    SocketRequest asked = model.request();
    if (talking == null || asked == null || generating != null) {
      return;
    }
    SocketRequest.Talk talk = asked.talk();
    generating =
        jobs.start(
            JobSpec.named(
                TEXT.get("job.generate", SocketAddresses.text(talking.link().remote())),
                SocketRequest.TOOL),
            context -> {
              talking.generate(Generator.of(talk.generation(), talk.charset()), context);
              return true;
            },
            outcome -> ended(outcome, onEnd));
    count();
  }

  private void ended(Outcome<Boolean> outcome, Runnable onEnd) {
    Job<?> done = generating;
    generating = null;
    if (done != null) {
      String sent = Amounts.count(done.progress().done());
      generated.set(TEXT.get("generator.ended", sent, Amounts.duration(done.elapsed())));
    }
    model.keepFailure(outcome);
    onEnd.run();
  }

  /** How many messages the generator sends or has sent, and that it waits where it does. */
  ReadOnlyStringProperty generatedProperty() {
    return generated.getReadOnlyProperty();
  }

  private void count() {
    Job<?> now = generating;
    if (now != null) {
      generated.set(counted(now));
      JobClock.Timer _ = jobs.after(TICK, this::count);
    }
  }

  private static String counted(Job<?> now) {
    long done = now.progress().done();
    long total = now.progress().total();
    String sent =
        total == Progress.UNKNOWN
            ? TEXT.get("generator.sent", Amounts.count(done))
            : TEXT.get("generator.sentOf", Amounts.count(done), Amounts.count(total));
    return now.step().isEmpty() ? sent : sent + "  ·  " + now.step();
  }

  void stopGenerating() {
    if (generating != null) {
      generating.cancel();
    }
  }

  /** Ends our direction; why it could not, or empty. */
  String halfClose() {
    ClientSession talking = client();
    if (talking != null && !talking.halfClose()) {
      return notTaken();
    }
    ended.set(talking != null && talking.link().isStream());
    return "";
  }

  /** Breaks the connection. */
  void reset() {
    ClientSession talking = client();
    if (talking != null) {
      talking.reset();
    }
  }
}
