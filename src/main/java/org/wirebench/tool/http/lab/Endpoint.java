package org.wirebench.tool.http.lab;

/** What answers the calls of one route; it may block. */
@FunctionalInterface
interface Endpoint {
  /**
   * Answers.
   *
   * @throws RefusedException when something is wrong with the call
   * @throws BrokenOffException when it was broken off on purpose
   * @throws InterruptedException when the server is stopped
   * @throws Exception when the client is gone, or this is broken
   */
  void answer(Call call) throws Exception;
}
