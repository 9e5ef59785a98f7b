package org.wirebench.core.net;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Room for one packet, used again for the next. For one thread. */
public final class PacketBuffer {
  private final byte[] bytes;
  private int length;
  private boolean truncated;
  private @Nullable InetSocketAddress from;

  /**
   * @param size bytes, 1 and up; longer packets are cut off
   */
  public PacketBuffer(int size) {
    this.bytes = new byte[size];
  }

  /** The packet is in its first {@link #length} bytes. */
  public byte[] bytes() {
    return bytes;
  }

  /** Bytes of the packet that are here. */
  public int length() {
    return length;
  }

  /** Whether the packet was longer. */
  public boolean truncated() {
    return truncated;
  }

  /**
   * Who sent it.
   *
   * @throws IllegalStateException when nothing was received yet
   */
  public InetSocketAddress from() {
    if (from == null) {
      throw new IllegalStateException("nothing was received");
    }
    return from;
  }

  void set(InetSocketAddress sender, int bytesHere, boolean cutOff) {
    from = sender;
    length = bytesHere;
    truncated = cutOff;
  }
}
