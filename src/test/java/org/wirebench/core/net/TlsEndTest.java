package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.wirebench.core.net.TlsHarness.LOCALHOST;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.tls.TlsVersion;

/** How connections under TLS end. */
@Timeout(60)
class TlsEndTest {
  @RegisterExtension private final TlsHarness tls = new TlsHarness();

  private void talk(TlsVersion version, TlsHarness.Talk talk) throws Exception {
    tls.talk(tls.localServer().withVersions(version, version), LOCALHOST, tls.trusting(), talk);
  }

  private void talk(TlsHarness.Talk talk) throws Exception {
    tls.talk(tls.localServer(), LOCALHOST, tls.trusting(), talk);
  }

  @ParameterizedTest
  @EnumSource(
      value = TlsVersion.class,
      names = {"TLS_1_2", "TLS_1_3"})
  void aStreamCutOffWithoutAGoodbyeIsToldFromAnOrderlyEnd(TlsVersion version) throws Exception {
    talk(
        version,
        (ends, _) -> {
          ends.server().out().write(1);
          assertThat(ends.client().in().read()).isOne();
          ends.server().abort();
          assertThat(ends.client().in().read()).isEqualTo(-1);
          assertThat(ends.client().peerEnd()).isEqualTo(PeerEnd.TRUNCATED);
        });
  }

  @Test
  void afterAHalfCloseUnderTlsTheRestCanStillBeRead() throws Exception {
    talk(
        (ends, _) -> {
          ends.client().out().write(new byte[1000]);
          ends.client().shutdownOutput();
          assertThat(ends.server().in().readAllBytes()).hasSize(1000);
          assertThat(ends.server().peerEnd()).isEqualTo(PeerEnd.CLOSE_NOTIFY);
          ends.server().out().write(new byte[70_000]);
          ends.server().close();
          assertThat(ends.client().in().readAllBytes()).hasSize(70_000);
          assertThat(ends.client().peerEnd()).isEqualTo(PeerEnd.CLOSE_NOTIFY);
        });
  }

  @Test
  void aResetUnderTlsIsAReset() throws Exception {
    talk(
        (ends, _) -> {
          ends.client().reset();
          assertThatThrownBy(() -> ends.server().in().read()).isInstanceOf(IOException.class);
          assertThat(ends.server().peerEnd()).isEqualTo(PeerEnd.RESET);
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = TlsVersion.class,
      names = {"TLS_1_2", "TLS_1_3"})
  void closingDoesNotWaitForWhoReads(TlsVersion version) throws Exception {
    talk(
        version,
        (ends, context) -> {
          JobContext.Fork<Integer> reading = context.fork("read", _ -> ends.client().in().read());
          context.pause(Duration.ofMillis(50));
          assertThat(reading.isDone()).isFalse();
          long start = System.nanoTime();
          ends.client().close();
          assertThat(Duration.ofNanos(System.nanoTime() - start))
              .isLessThan(Duration.ofSeconds(10));
        });
  }

  /** As of a connection that is kept: what TLS says for itself is nothing to be read. */
  @ParameterizedTest
  @EnumSource(
      value = TlsVersion.class,
      names = {"TLS_1_2", "TLS_1_3"})
  void whatIsThereToBeReadIsSeenAndStaysThere(TlsVersion version) throws Exception {
    talk(
        version,
        (ends, _) -> {
          Connection client = ends.client();
          assertThat(client.pending()).isEqualTo(Connection.Pending.NOTHING);
          ends.server().out().write(new byte[] {1, 2, 3});
          await().until(() -> client.pending() == Connection.Pending.BYTES);
          assertThat(client.in().readNBytes(3)).containsExactly(1, 2, 3);
          assertThat(client.pending()).isEqualTo(Connection.Pending.NOTHING);
          ends.server().close();
          await().until(() -> client.pending() == Connection.Pending.END);
          assertThat(client.in().read()).isEqualTo(-1);
          assertThat(client.peerEnd()).isEqualTo(PeerEnd.CLOSE_NOTIFY);
        });
  }
}
