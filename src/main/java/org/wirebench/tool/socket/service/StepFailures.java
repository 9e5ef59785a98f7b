package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;

/** Why a step that was played failed. */
final class StepFailures {
  private static final Messages TEXT = Messages.of(StepFailures.class);

  /** How long the reason for a failed send may take to arrive. */
  private static final Duration REASON = Duration.ofMillis(200);

  private final Inbox inbox;

  StepFailures(Inbox inbox) {
    this.inbox = inbox;
  }

  /**
   * Why it failed. When a send fails, the reason is what the other side did, and the reading thread
   * may learn of it a moment later.
   *
   * @param limit how long the step had
   */
  IOException explained(IOException failed, Duration limit, Stage stage)
      throws InterruptedException {
    if (failed instanceof NotSentException) {
      return failed;
    }
    if (inbox.isExpired()) {
      return new NetException(
          failed instanceof Inbox.ExpiredException ? silent(limit, stage) : deaf(limit), failed);
    }
    if (isOurs(failed) || !inbox.settles(REASON)) {
      return failed;
    }
    return new NetException(stage.broken().orElseGet(StepFailures::tooEarly), failed);
  }

  /** Whether a file or an expression of ours is to blame, whatever the other side did. */
  private static boolean isOurs(IOException failed) {
    return failed instanceof FileSystemException
        || (failed instanceof NetException net && net.failure().kind() == NetFailure.Kind.LIMIT);
  }

  private static NetFailure silent(Duration limit, Stage stage) {
    return stage.isUnreachable() ? nobody(limit) : tooLate(limit);
  }

  private static NetFailure nobody(Duration limit) {
    return new NetFailure(
        NetFailure.Kind.REFUSED,
        TEXT.get("player.nobody.title"),
        TEXT.get("player.nobody.cause", Amounts.duration(limit)),
        TEXT.get("player.nobody.remedy"),
        "");
  }

  private static NetFailure tooLate(Duration limit) {
    return new NetFailure(
        NetFailure.Kind.TIMED_OUT,
        TEXT.get("player.late.title"),
        TEXT.get("player.late.cause", Amounts.duration(limit)),
        TEXT.get("player.late.remedy"),
        "");
  }

  private static NetFailure deaf(Duration limit) {
    return new NetFailure(
        NetFailure.Kind.TIMED_OUT,
        TEXT.get("player.deaf.title"),
        TEXT.get("player.deaf.cause", Amounts.duration(limit)),
        TEXT.get("player.deaf.remedy"),
        "");
  }

  private static NetFailure tooEarly() {
    return new NetFailure(
        NetFailure.Kind.CLOSED,
        TEXT.get("player.early.title"),
        TEXT.get("player.early.cause"),
        TEXT.get("player.early.remedy"),
        "");
  }
}
