package org.wirebench.core.lab;

import org.wirebench.core.job.JobContext;
import org.wirebench.core.workspace.Tree;

/** A server inside the program, on loopback and a free port. */
public interface LabServer {
  /** Its name in reports: {@code socket.echo}. */
  String id();

  /** Its name for people. */
  String title();

  /** The id of the tool that it is for. */
  String tool();

  /**
   * Opens its socket and begins to serve on forks of {@code context}; returns when a client can
   * connect.
   *
   * @throws Exception when it cannot be started; the job classifies it
   */
  Running start(JobContext context) throws Exception;

  /** A server that has been started. */
  interface Running extends AutoCloseable {
    /** Where it listens, as the tool takes it: {@code 127.0.0.1:40123}. */
    String address();

    /** A request of its tool that talks to it. */
    Tree.Fields request();

    /**
     * Waits until it has ended.
     *
     * @throws Exception what it ended of, unless it was closed
     */
    void await() throws Exception;

    /** Stops it and disconnects its clients. */
    @Override
    void close();
  }
}
