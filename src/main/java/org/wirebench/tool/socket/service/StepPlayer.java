package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.request.Step;

/**
 * Plays the steps of a request, each in its time. Where no step waits for anything, it reads until
 * the other side ends or the time is up, which is no failure then. The time-out of the request is
 * for all steps together; where it has none, each step but a pause has the time of the settings.
 */
final class StepPlayer {
  private static final Messages TEXT = Messages.of(StepPlayer.class);

  private final Inbox inbox;
  private final StepFailures failures;
  private final Duration perStep;
  private final JobContext context;

  /**
   * @param inbox gets what comes
   * @param perStep how long each step may take where the request does not limit all of them
   */
  StepPlayer(Inbox inbox, Duration perStep, JobContext context) {
    this.inbox = inbox;
    this.failures = new StepFailures(inbox);
    this.perStep = perStep;
    this.context = context;
  }

  /**
   * Plays all steps.
   *
   * @throws IOException that says why a step failed
   */
  void play(SocketRequest request, Stage stage) throws Exception {
    boolean waits = request.steps().stream().anyMatch(Step.Await.class::isInstance);
    Optional<Duration> whole = request.timeout();
    if (whole.isPresent()) {
      within(
          whole.get(),
          stage,
          () -> {
            for (Step step : request.steps()) {
              play(step, request, stage);
            }
            if (!waits) {
              awaitEnd(stage);
            }
          });
      return;
    }
    for (Step step : request.steps()) {
      if (step instanceof Step.Pause) {
        play(step, request, stage);
      } else {
        within(perStep, stage, () -> play(step, request, stage));
      }
    }
    if (!waits) {
      within(perStep, stage, () -> awaitEnd(stage));
    }
  }

  private interface Act {
    void play() throws Exception;
  }

  private void within(Duration limit, Stage stage, Act act) throws Exception {
    JobClock.Timer timer = context.clock().schedule(limit, () -> expire(stage));
    try {
      act.play();
    } catch (IOException failed) {
      throw failures.explained(failed, limit, stage);
    } finally {
      timer.cancel();
    }
  }

  private void expire(Stage stage) {
    inbox.expire();
    stage.giveUp();
  }

  private void awaitEnd(Stage stage) throws IOException, InterruptedException {
    try {
      awaitWholeEnd(stage);
    } catch (Inbox.ExpiredException enough) {
      context.log(TEXT.get("player.enough"));
    }
  }

  private void awaitWholeEnd(Stage stage) throws IOException, InterruptedException {
    inbox.awaitEnd();
    stage.checkEnd();
  }

  /** Does what takes its time while nobody looks at what comes. */
  private void beside(Act act) throws Exception {
    inbox.lookAway();
    try {
      act.play();
    } finally {
      inbox.lookAgain();
    }
  }

  private void play(Step step, SocketRequest request, Stage stage) throws Exception {
    switch (step) {
      case Step.Send(Payload payload) -> beside(() -> stage.send(payload));
      case Step.Pause(Duration time) -> beside(() -> context.pause(time));
      case Step.HalfClose() -> beside(stage::halfClose);
      case Step.Reset() -> beside(stage::reset);
      case Step.Await(Step.Until.End()) -> awaitWholeEnd(stage);
      case Step.Await(Step.Until.Bytes(int count)) -> inbox.await(count);
      case Step.Await(Step.Until.Match(var pattern)) ->
          inbox.await(pattern.finder(request.talk().charset()));
    }
  }
}
