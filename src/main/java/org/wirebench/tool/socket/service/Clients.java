package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirebench.core.job.JobContext;

/**
 * The clients of a server: all that are there, and the last {@value #LEFT_KEPT} that left. The
 * transcripts of those before are given back.
 */
final class Clients<C extends ServedClient> {
  /** How many clients that left are kept. */
  static final int LEFT_KEPT = 1000;

  private final Map<Integer, C> here = new LinkedHashMap<>();
  private final Map<Integer, C> left = new LinkedHashMap<>();
  private final JobContext context;
  private long came;

  Clients(JobContext context) {
    this.context = context;
  }

  synchronized void came(C client) {
    here.put(client.number(), client);
    came++;
  }

  /** How many came in all. */
  synchronized long came() {
    return came;
  }

  void left(C client) {
    List<C> forgotten = new ArrayList<>();
    synchronized (this) {
      here.remove(client.number());
      left.put(client.number(), client);
      var oldest = left.values().iterator();
      while (left.size() > LEFT_KEPT) {
        forgotten.add(oldest.next());
        oldest.remove();
      }
    }
    forgotten.forEach(this::giveBack);
  }

  private void giveBack(C client) {
    try {
      client.transcript().close();
    } catch (IOException failed) {
      context.log(failed.toString());
    }
  }

  synchronized int connected() {
    return here.size();
  }

  /** In the order they came. */
  synchronized List<C> all() {
    List<C> all = new ArrayList<>(left.values());
    all.addAll(here.values());
    all.sort((one, other) -> Integer.compare(one.number(), other.number()));
    return all;
  }
}
