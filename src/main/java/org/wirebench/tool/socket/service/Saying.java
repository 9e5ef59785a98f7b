package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.net.DatagramSpec;
import org.wirebench.tool.socket.request.Payload;

/** Something that a server has ready to say. */
@FunctionalInterface
interface Saying {
  /**
   * Says it to one client.
   *
   * @throws IOException when the client is gone, or a file cannot be read
   */
  void say(Responder.Voice voice) throws IOException, InterruptedException;

  /** Bytes that are known, or a file that is read each time. */
  static Saying of(Payload payload, Charset charset) throws ParseProblem {
    if (payload.form() == Payload.Form.FILE) {
      return voice -> sayFile(payload, voice);
    }
    byte[] bytes = payload.bytes(charset);
    return voice -> voice.send(bytes);
  }

  private static void sayFile(Payload payload, Responder.Voice voice)
      throws IOException, InterruptedException {
    try (InputStream in = payload.open()) {
      if (voice.isDatagram()) {
        // One datagram; of a longer file enough for the system to say that it is too long.
        voice.send(in.readNBytes(DatagramSpec.LONGEST_PACKET));
        return;
      }
      byte[] buffer = new byte[Link.BUFFER];
      int count = in.read(buffer);
      while (count >= 0) {
        voice.send(buffer, 0, count);
        count = in.read(buffer);
      }
    }
  }
}
