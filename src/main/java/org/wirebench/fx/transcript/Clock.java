package org.wirebench.fx.transcript;

/** What the times before the rows say. */
public enum Clock {
  /** Seconds since the transcript began. */
  SINCE_START,
  /** The time of day, where this program runs. */
  TIME_OF_DAY,
  /** Seconds since the entry before. */
  SINCE_LAST
}
