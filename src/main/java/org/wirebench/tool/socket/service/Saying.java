package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.net.DatagramSpec;
import org.wirebench.tool.socket.request.Payload;

/** Something that is ready to be said. */
@FunctionalInterface
interface Saying {
  /**
   * Says it to one other side.
   *
   * @throws IOException when it is gone, or a file cannot be read
   */
  void say(Sink to) throws IOException, InterruptedException;

  /** Bytes that are known, or a file that is read each time. */
  static Saying of(Payload payload, Charset charset) throws ParseProblem {
    if (payload.form() == Payload.Form.FILE) {
      return to -> sayFile(payload, to);
    }
    byte[] bytes = payload.bytes(charset);
    return to -> to.send(bytes);
  }

  private static void sayFile(Payload payload, Sink to) throws IOException, InterruptedException {
    try (InputStream in = payload.open()) {
      if (to.isDatagram()) {
        // One datagram; of a longer file enough for the system to say that it is too long.
        to.send(in.readNBytes(DatagramSpec.LONGEST_PACKET));
        return;
      }
      byte[] buffer = new byte[Link.BUFFER];
      int count = in.read(buffer);
      while (count >= 0) {
        to.send(buffer, 0, count);
        count = in.read(buffer);
      }
    }
  }
}
