package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.wirebench.core.text.Messages;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of any size, written as fast as they are read. */
final class StreamEndpoints {
  private static final Messages TEXT = Messages.of(StreamEndpoints.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final long MEGABYTE = 1_000_000;
  private static final long MOST_MEGABYTES = 100_000;
  private static final int CHUNK = 64 << 10;

  private StreamEndpoints() {}

  static List<Route> routes() {
    return List.of(
        Route.of("GET", "/bytes/{n}", TEXT.get("about.bytes"), StreamEndpoints::bytes)
            .like("/bytes/1024?seed=1"),
        Route.of("GET", "/stream-bytes/{n}", TEXT.get("about.streamBytes"), StreamEndpoints::chunks)
            .like("/stream-bytes/100000?chunk_size=1000"),
        Route.of("GET", "/stream/{n}", TEXT.get("about.stream"), StreamEndpoints::lines)
            .like("/stream/10"),
        Route.of("GET", "/large/{mb}", TEXT.get("about.large"), StreamEndpoints::large)
            .like("/large/10"),
        Route.of("GET", "/one-line/{mb}", TEXT.get("about.oneLine"), StreamEndpoints::oneLine)
            .like("/one-line/1"),
        Route.of("GET", "/gzip-bomb/{mb}", TEXT.get("about.bomb"), StreamEndpoints::bomb)
            .like("/gzip-bomb/10"));
  }

  private static void bytes(Call call) throws Exception {
    long count = call.whole("n", MOST_MEGABYTES * MEGABYTE);
    Random random = random(call);
    call.answer().stream(200, Answer.BINARY, count, out -> random(random, count, CHUNK, out));
  }

  private static void chunks(Call call) throws Exception {
    long count = call.whole("n", MOST_MEGABYTES * MEGABYTE);
    int size = (int) call.whole("chunk_size", 10 << 10, 1, 1 << 20);
    Random random = random(call);
    call.answer().stream(
        200, Answer.BINARY, Answer.UNKNOWN, out -> random(random, count, size, out));
  }

  private static Random random(Call call) throws RefusedException {
    return call.query().first("seed").isEmpty()
        ? new Random()
        : new Random(call.whole("seed", 0, Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  private static void random(Random random, long count, int size, OutputStream out)
      throws Exception {
    byte[] chunk = new byte[size];
    for (long left = count; left > 0; left -= size) {
      random.nextBytes(chunk);
      out.write(chunk, 0, (int) Math.min(left, size));
      out.flush();
    }
  }

  private static void lines(Call call) throws Exception {
    long count = call.whole("n", 10 * MEGABYTE);
    call.answer().stream(
        200,
        Answer.JSON,
        Answer.UNKNOWN,
        out -> {
          Map<String, Object> tree = call.tree("args", "headers", "origin", "url");
          for (long id = 0; id < count; id++) {
            tree.put("id", id);
            out.write((JSON.writeValueAsString(tree) + "\n").getBytes(UTF_8));
          }
        });
  }

  private static void large(Call call) throws Exception {
    long size = call.whole("mb", MOST_MEGABYTES) * MEGABYTE;
    String rest = ": " + TEXT.get("large.line") + "\n";
    call.answer().stream(
        200,
        Answer.PLAIN,
        size,
        out -> {
          long left = size;
          for (long line = 1; left > 0; line++) {
            byte[] text = (line + rest).getBytes(UTF_8);
            int part = (int) Math.min(left, text.length);
            out.write(text, 0, part);
            left -= part;
          }
        });
  }

  /** An array of objects without any line break; blanks before its end make up the size. */
  private static void oneLine(Call call) throws Exception {
    long size = call.whole("mb", MOST_MEGABYTES) * MEGABYTE;
    if (size == 0) {
      throw new RefusedException(400, TEXT.get("oneLine.none"));
    }
    call.answer().stream(
        200,
        Answer.JSON,
        size,
        out -> {
          out.write('[');
          long left = size - 2;
          for (long id = 0; left > 0; id++) {
            byte[] item = item(id);
            if (item.length > left) {
              item = " ".repeat((int) left).getBytes(UTF_8);
            }
            out.write(item);
            left -= item.length;
          }
          out.write(']');
        });
  }

  private static byte[] item(long id) {
    String item =
        (id == 0 ? "{\"id\":" : ",{\"id\":")
            + (id + ",\"name\":\"Item " + id + "\",\"price\":" + id % 997)
            + (".5,\"tags\":[\"t" + id % 7 + "\",\"t" + id % 11 + "\"],\"sold\":" + (id % 3 == 0))
            + "}";
    return item.getBytes(UTF_8);
  }

  private static void bomb(Call call) throws Exception {
    long size = call.whole("mb", MOST_MEGABYTES) * MEGABYTE;
    call.answer().with("Content-Encoding", "gzip");
    call.answer().stream(
        200,
        Answer.BINARY,
        Answer.UNKNOWN,
        out -> {
          GZIPOutputStream packed = new GZIPOutputStream(out, CHUNK);
          byte[] zeros = new byte[CHUNK];
          Arrays.fill(zeros, (byte) 0);
          for (long left = size; left > 0; left -= CHUNK) {
            packed.write(zeros, 0, (int) Math.min(left, CHUNK));
          }
          packed.finish();
        });
  }
}
