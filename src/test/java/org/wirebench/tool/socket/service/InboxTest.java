package org.wirebench.tool.socket.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirebench.tool.socket.request.BytePattern;

@Timeout(10)
class InboxTest {
  private final Inbox inbox = new Inbox();

  private void came(String text) throws InterruptedException {
    byte[] bytes = text.getBytes(UTF_8);
    inbox.add(bytes, 0, bytes.length);
  }

  private int foundAt(String text) throws Exception {
    return inbox.await(new BytePattern(BytePattern.Form.TEXT, text).finder(UTF_8)).start();
  }

  /** An echo of a large file comes while the file is still being sent. */
  @Test
  void whatIsForgottenUnseenIsCountedStill() throws Exception {
    inbox.lookAway();
    byte[] piece = new byte[Inbox.LIMIT / 2];
    for (int i = 0; i < 6; i++) {
      inbox.add(piece, 0, piece.length);
    }
    came("rest");
    inbox.end();
    inbox.await(6 * piece.length);
    assertThat(foundAt("rest")).isZero();
  }

  @Test
  void aWaitBeginsBehindTheOneBefore() throws Exception {
    inbox.lookAway();
    inbox.add(new byte[3 * Inbox.LIMIT], 0, 3 * Inbox.LIMIT);
    came("end");
    inbox.end();
    assertThat(foundAt("end")).isEqualTo(Inbox.LIMIT - 3);
    assertThatThrownBy(() -> inbox.await(1)).isInstanceOf(Inbox.EndedException.class);
  }

  @Test
  void aPieceThatIsLongerThanTheInboxCountsWhole() throws Exception {
    inbox.lookAway();
    inbox.add(new byte[3 * Inbox.LIMIT], 0, 3 * Inbox.LIMIT);
    inbox.await(2 * Inbox.LIMIT);
    inbox.await(Inbox.LIMIT);
    inbox.end();
    assertThatThrownBy(() -> inbox.await(1)).isInstanceOf(Inbox.EndedException.class);
  }

  /** The thread that reads may be a megabyte ahead before the one that waits has its turn. */
  @Test
  void nothingIsForgottenBeforeWhoLooksHasLooked() throws Exception {
    FutureTask<Boolean> all =
        new FutureTask<>(
            () -> {
              came("x");
              for (int i = 0; i < 8; i++) {
                inbox.add(new byte[Inbox.LIMIT / 4], 0, Inbox.LIMIT / 4);
              }
              return true;
            });
    Thread reading = Thread.ofPlatform().start(all);
    await().until(() -> all.isDone() || reading.getState() == Thread.State.WAITING);
    assertThat(foundAt("x")).isZero();
    inbox.finish();
    assertThat(all.get()).isTrue();
  }
}
