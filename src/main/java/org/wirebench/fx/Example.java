package org.wirebench.fx;

import java.util.List;
import org.wirebench.core.lab.LabServer;
import org.wirebench.core.workspace.Entry;

/**
 * A ready-made request that can be tried with one click.
 *
 * @param title what it shows: "Talk to an echo server"
 * @param description one sentence
 * @param server the id of the lab server that it needs, started first; empty for none. The fields
 *     of {@link LabServer.Running#request()} are then put over those of the entry
 * @param entries the tabs that are opened, at least one
 * @param run whether the primary button of each tab is pressed at once
 */
public record Example(
    String title, String description, String server, List<Entry> entries, boolean run) {
  public Example {
    entries = List.copyOf(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("an example opens at least one tab");
    }
  }
}
