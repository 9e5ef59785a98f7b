package org.wirebench.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.job.JobClock;

class WireTextTest {
  @TempDir Path folder;

  private static String export(WireLog log, WireFilter filter) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WireText.write(log, filter, out);
    return out.toString(UTF_8);
  }

  @Test
  void aLogIsReadableAndEveryByteCanBeTold() throws IOException, ParseProblem {
    try (ByteStores stores = new ByteStores(folder);
        WireLog log = new WireLog(WireLog.Limits.DEFAULT, stores, JobClock.system())) {
      byte[] payload = "GET /\u001b[2J\r\n\r\n\\ \u00ff".getBytes(UTF_8);
      payload[payload.length - 1] = (byte) 0xfe;
      WireTap tap = log.open("http", "bad\u0007label", Carrier.TCP, null, null, true);
      tap.sent(payload, 0, payload.length);
      tap.event("note\nwith a break");
      tap.failure("no\nanswer");

      List<String> lines = export(log, WireFilter.ALL).lines().toList();
      String stamp = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z";
      assertThat(lines.get(0)).matches("Wirebench wire log, began " + stamp);
      assertThat(lines.get(1)).matches(stamp + "  http #1 bad\\\\x07label  ·  opened");
      assertThat(lines.get(2)).matches(stamp + "  http #1 bad\\\\x07label  →  17 B");
      assertThat(lines.get(3)).isEqualTo("    GET /\\x1b[2J\\r\\n");
      assertThat(lines.get(6)).endsWith("·  note\\nwith a break");
      assertThat(lines.get(7)).endsWith("✕  no\\nanswer");
      String joined = lines.get(3).strip() + lines.get(4).strip() + lines.get(5).strip();
      assertThat(Escapes.decode(joined, UTF_8)).isEqualTo(payload);

      assertThat(export(log, WireFilter.ALL.withTool("ftp")).lines()).hasSize(1);
    }
  }

  @Test
  void whatWasDroppedIsSaid() throws IOException {
    try (ByteStores stores = new ByteStores(folder);
        WireLog log = new WireLog(new WireLog.Limits(1 << 20, 0), stores, JobClock.system())) {
      WireTap tap = log.open("http", "much", Carrier.TCP, null, null, true);
      for (int i = 0; i < 40; i++) {
        tap.sent(new byte[60_000], 0, 60_000);
      }
      assertThat(export(log, WireFilter.ALL))
          .contains(log.dropped() + " older events were dropped");
    }
  }
}
