package org.wirebench.tool.http.service;

/**
 * How much each side may still send, of one stream or of all (RFC 9113 section 5.2). Guarded by the
 * lock of the session.
 */
final class Http2Windows {
  /** How much a server may send of one stream before we have taken it. */
  static final int STREAM = 1 << 20;

  /** How much a server may send of all streams before we have taken it. */
  static final int SESSION = 16 << 20;

  /** What both sides begin with (RFC 9113 section 6.9.2). */
  static final int FIRST = 65_535;

  private final int offered;
  private long ours;
  private long theirs;
  private int untold;

  /**
   * @param ours how many bytes we may send
   * @param offered how many bytes the server may send
   */
  Http2Windows(long ours, int offered) {
    this.ours = ours;
    this.offered = offered;
    this.theirs = offered;
  }

  /** How many bytes we may send; below 0 where the server took back what it had given. */
  long ours() {
    return ours;
  }

  /** We send so many bytes. */
  void sent(int bytes) {
    ours -= bytes;
  }

  /**
   * The server lets us send so many bytes more; or less, where it takes back.
   *
   * @return false where that is more than a window may be (RFC 9113 section 6.9.1)
   */
  boolean widen(long by) {
    ours += by;
    return ours <= Integer.MAX_VALUE;
  }

  /**
   * So many bytes came, with their padding.
   *
   * @return false where the server might not send as many
   */
  boolean received(int bytes) {
    theirs -= bytes;
    return theirs >= 0;
  }

  /** So many of the bytes that came are not kept any more. */
  void taken(int bytes) {
    untold += bytes;
  }

  /**
   * By how much the window of the server is to be widened; 0 as long as that is not worth a frame.
   * It counts as told.
   */
  int tell() {
    if (untold < offered / 2) {
      return 0;
    }
    int by = untold;
    untold = 0;
    theirs += by;
    return by;
  }
}
