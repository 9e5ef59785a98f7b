package org.wirebench.tool.socket.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One step of a session that is played: headless, or as a replay. */
public sealed interface Step {
  /** Sends. */
  record Send(Payload payload) implements Step {}

  /** Reads until something has come. */
  record Await(Until until) implements Step {}

  /** Waits. */
  record Pause(Duration time) implements Step {}

  /** Ends our direction: the other side sees the end of the stream, and may still send. */
  record HalfClose() implements Step {}

  /** Breaks the connection, with a RST. */
  record Reset() implements Step {}

  /** What {@code steps} send, in order. */
  static List<Payload> payloads(List<Step> steps) {
    List<Payload> payloads = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Send(Payload payload)) {
        payloads.add(payload);
      }
    }
    return payloads;
  }

  /** What is waited for. */
  sealed interface Until {
    /** Until a pattern is found in what came since the last wait. */
    record Match(BytePattern pattern) implements Until {}

    /**
     * Until so many bytes came since the last wait.
     *
     * @param count at least 1
     */
    record Bytes(int count) implements Until {}

    /** Until the other side ends its direction. */
    record End() implements Until {}
  }
}
