package org.wirebench.core.job;

/**
 * Why a job did not do what was asked, in words for the person who asked.
 *
 * <p>All texts are already in the user's language and hold nothing that a terminal or a label could
 * take as a command: whatever came from a server was cleaned by whoever made the failure.
 */
public interface Failure {
  /** What failed, in a few plain words: "Connection refused". */
  String title();

  /** Why, in one sentence. */
  String cause();

  /** What the user can do next, in one sentence; empty where there is nothing to advise. */
  String remedy();

  /** The technical detail for those who ask for it, possibly several lines; may be empty. */
  String detail();
}
