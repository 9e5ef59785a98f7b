package org.wirebench.core.wire;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Turns the events of one connection into packets. */
abstract class Flow {
  private final FlowEnds ends;
  private final WireConnection connection;
  private final PcapngBlocks blocks;
  private final List<String> comments = new ArrayList<>();
  private Instant lastTime;

  Flow(WireConnection connection, FlowEnds ends, PcapngBlocks blocks) {
    this.connection = connection;
    this.ends = ends;
    this.blocks = blocks;
    this.lastTime = connection.opened();
  }

  WireConnection connection() {
    return connection;
  }

  FlowEnds ends() {
    return ends;
  }

  PcapngBlocks blocks() {
    return blocks;
  }

  /** The time of the event that is being written. */
  Instant time() {
    return lastTime;
  }

  /** Has the next packet say {@code text}. */
  void comment(String text) throws IOException {
    if (comments.size() == PcapngBlocks.MOST_COMMENTS) {
      writeComments();
    }
    comments.add(text);
  }

  boolean hasComments() {
    return !comments.isEmpty();
  }

  /** What the packet that is written now is to say. */
  List<String> takeComments() {
    List<String> taken = List.copyOf(comments);
    comments.clear();
    return taken;
  }

  /** Writes one event. */
  final void write(Instant time, WireEvent event) throws IOException {
    lastTime = time;
    write(event);
  }

  abstract void write(WireEvent event) throws IOException;

  /** Writes comments that no packet has taken yet. */
  abstract void writeComments() throws IOException;

  /** There are no more events. */
  final void end() throws IOException {
    if (hasComments()) {
      writeComments();
    }
  }
}
