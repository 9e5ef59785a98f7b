package org.wirebench.core.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.OptionalLong;

/**
 * A UDP socket. One thread may receive while others send. When the job that opened it is cancelled
 * it is closed.
 */
public interface DatagramLink extends Closeable {
  /** Where it is bound. */
  InetSocketAddress local();

  /**
   * Sends one packet to {@code to}.
   *
   * @param length 0 to 65,507 (IPv4) or 65,527 (IPv6); 1 and up where the link has one peer only
   * @throws IOException when the system refuses: too long, no permission to broadcast, no route
   */
  void send(byte[] bytes, int offset, int length, InetSocketAddress to) throws IOException;

  /**
   * Sends one packet to the remote of the specification.
   *
   * @throws IllegalStateException when it names none
   */
  void send(byte[] bytes, int offset, int length) throws IOException;

  /** Waits for a packet and copies it. */
  Packet receive() throws IOException;

  /** Waits for a packet and puts it into {@code into}, which can be used again and again. */
  void receive(PacketBuffer into) throws IOException;

  /**
   * The packets that the kernel threw away since the link was opened; empty where it cannot tell.
   */
  OptionalLong kernelDrops();

  /** How many bytes that wait to leave the kernel really holds for this socket. */
  int sendBuffer();

  /** How many bytes of packets the kernel really holds for this socket. */
  int receiveBuffer();

  /** Whether the kernel takes packets from one address only, the remote of the specification. */
  boolean hasOnePeer();

  /** Whether it was closed. */
  boolean isClosed();

  @Override
  void close();

  /**
   * A packet.
   *
   * @param truncated whether it was longer than the link takes, and was cut off
   */
  // The array is the packet's own copy, and packets are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Packet(InetSocketAddress from, byte[] bytes, boolean truncated) {}
}
