package org.wirebench.tool.socket.service;

import java.nio.file.Path;
import org.wirebench.tool.socket.request.BytePattern;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.Step;

/** Steps of a headless run in few words. */
final class Steps {
  private Steps() {}

  static Step send(String text) {
    return new Step.Send(Payload.text(text));
  }

  static Step send(Path file) {
    return new Step.Send(new Payload(Payload.Form.FILE, file.toString()));
  }

  static Step awaitText(String text) {
    return new Step.Await(new Step.Until.Match(new BytePattern(BytePattern.Form.TEXT, text)));
  }

  static Step awaitBytes(int bytes) {
    return new Step.Await(new Step.Until.Bytes(bytes));
  }
}
