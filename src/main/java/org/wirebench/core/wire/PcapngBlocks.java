package org.wirebench.core.wire;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.wirebench.core.bytes.Escapes;

/** Writes the blocks of a pcapng file (draft-ietf-opsawg-pcapng). */
final class PcapngBlocks {
  /** Comments are cut, so that a stranger's text does not blow a block up. */
  static final int LONGEST_COMMENT = 2000;

  /** How many comments one block takes. */
  static final int MOST_COMMENTS = 16;

  private static final int SECTION_HEADER = 0x0a0d0d0a;
  private static final int INTERFACE = 1;
  private static final int INTERFACE_STATISTICS = 5;
  private static final int PACKET = 6;
  private static final int MAGIC = 0x1a2b3c4d;
  private static final int RAW_IP = 101;
  private static final int OPT_END = 0;
  private static final int OPT_COMMENT = 1;
  private static final int SHB_APPLICATION = 4;
  private static final int IF_NAME = 2;
  private static final int IF_TIME_RESOLUTION = 9;
  private static final int EPB_FLAGS = 2;
  private static final int INBOUND = 1;
  private static final int OUTBOUND = 2;
  private static final byte NANOSECONDS = 9;

  private final OutputStream out;
  private final ByteBuffer block =
      ByteBuffer.allocate(80_000 + MOST_COMMENTS * (4 * LONGEST_COMMENT + 8))
          .order(ByteOrder.LITTLE_ENDIAN);

  PcapngBlocks(OutputStream out) {
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  void section(String application, List<String> comments) throws IOException {
    begin(SECTION_HEADER);
    block.putInt(MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1);
    option(SHB_APPLICATION, application.getBytes(StandardCharsets.UTF_8));
    end(comments);
  }

  void rawInterface(String name) throws IOException {
    begin(INTERFACE);
    block.putShort((short) RAW_IP).putShort((short) 0).putInt(0);
    option(IF_NAME, name.getBytes(StandardCharsets.UTF_8));
    option(IF_TIME_RESOLUTION, new byte[] {NANOSECONDS});
    end(List.of());
  }

  void packet(Instant time, boolean outbound, ByteBuffer packet, List<String> comments)
      throws IOException {
    begin(PACKET);
    block.putInt(0);
    time(time);
    block.putInt(packet.remaining()).putInt(packet.remaining()).put(packet);
    pad();
    ByteBuffer flags = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    option(EPB_FLAGS, flags.putInt(0, outbound ? OUTBOUND : INBOUND).array());
    end(comments);
  }

  /** The place for comments that no packet can take. */
  void statistics(Instant time, List<String> comments) throws IOException {
    begin(INTERFACE_STATISTICS);
    block.putInt(0);
    time(time);
    end(comments);
  }

  void flush() throws IOException {
    out.flush();
  }

  private void time(Instant time) {
    long nanos = time.getEpochSecond() * 1_000_000_000L + time.getNano();
    block.putInt((int) (nanos >>> 32)).putInt((int) nanos);
  }

  private void begin(int type) {
    block.clear().putInt(type).putInt(0);
  }

  private void end(List<String> comments) throws IOException {
    for (String comment : comments) {
      String safe = Escapes.display(comment);
      String some = safe.substring(0, safe.offsetByCodePoints(0, shorter(safe)));
      option(OPT_COMMENT, some.getBytes(StandardCharsets.UTF_8));
    }
    block.putShort((short) OPT_END).putShort((short) 0);
    int length = block.position() + Integer.BYTES;
    block.putInt(4, length).putInt(length);
    out.write(block.array(), 0, length);
  }

  private static int shorter(String text) {
    return Math.min(LONGEST_COMMENT, text.codePointCount(0, text.length()));
  }

  private void option(int code, byte[] value) {
    block.putShort((short) code).putShort((short) value.length).put(value);
    pad();
  }

  private void pad() {
    while (block.position() % 4 != 0) {
      block.put((byte) 0);
    }
  }
}
