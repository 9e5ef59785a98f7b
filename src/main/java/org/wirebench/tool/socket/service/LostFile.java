package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.nio.file.Path;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Messages;

/** Writes down that a file was not sent to its end: some of it may be in the transcript. */
final class LostFile {
  private static final Messages TEXT = Messages.of(LostFile.class);

  private LostFile() {}

  static void report(Path file, IOException why, Recorder recorder) {
    recorder.failure(TEXT.get("event.file", file.getFileName(), NetFailure.of(why).title()));
  }
}
