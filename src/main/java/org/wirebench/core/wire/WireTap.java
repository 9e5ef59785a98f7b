package org.wirebench.core.wire;

/**
 * Records one TCP connection, or one peer of a UDP socket. Any thread may call it; nothing is
 * thrown at whoever talks to the network. What comes after {@link #close()} is not recorded.
 */
public interface WireTap extends AutoCloseable {
  /** What is recorded. */
  WireConnection connection();

  /** Bytes were sent: clear text, above TLS. They are copied. */
  void sent(byte[] bytes, int offset, int length);

  /** Bytes were received: clear text, above TLS. They are copied. */
  void received(byte[] bytes, int offset, int length);

  /**
   * From now on the bytes are recorded as {@code veil} leaves them: as many, with what is secret
   * hidden. Whoever speaks the protocol knows what is.
   */
  void cover(Veil veil);

  /**
   * From now on no bytes are recorded, only what else happens: for who repeats what is on record
   * already, so often that all else would be pushed out of the log.
   *
   * @param why for people; recorded as the last thing before
   */
  void rest(String why);

  /** Something else happened: "TLS 1.3 TLS_AES_256_GCM_SHA384". */
  default void event(String text) {
    event(WireKind.NOTE, text);
  }

  /**
   * Something happened that the exports must know: how a direction ended.
   *
   * @param kind one of {@link WireKind#NOTE}, {@link WireKind#FIN_SENT}, {@link
   *     WireKind#FIN_RECEIVED}, {@link WireKind#RESET_SENT}, {@link WireKind#RESET_RECEIVED}
   * @param text for people: "closed by peer (FIN)"
   */
  void event(WireKind kind, String text);

  /** Something failed: "Connection refused". */
  default void failure(String text) {
    failure(WireKind.NOTE, text);
  }

  /**
   * Something failed that the exports must know.
   *
   * @param kind as for {@link #event(WireKind, String)}
   * @param text for people: "reset by the other side (RST)"
   */
  void failure(WireKind kind, String text);

  /** The connection is over. Records that, the first time; has no effect after. */
  @Override
  void close();
}
