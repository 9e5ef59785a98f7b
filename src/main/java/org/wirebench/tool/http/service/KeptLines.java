package org.wirebench.tool.http.service;

import java.util.Optional;
import org.wirebench.core.job.JobContext;

/** Connections that wait for their next request. */
interface KeptLines extends AutoCloseable {
  /** One that leads this way; it waits no more. */
  Optional<Line> take(Way way);

  /** Whether a connection that waited is to be looked at before it is used. */
  boolean isStale(Line line);

  /** Has a connection wait that can carry another request. */
  void keep(Way way, Line line);

  /** Has a connection that is used closed when the job that uses it is cancelled. */
  JobContext.Registration guard(Line line, JobContext context);

  /** Closes all that wait; those that are given back from now on are closed too. */
  @Override
  void close();
}
