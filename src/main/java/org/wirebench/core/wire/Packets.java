package org.wirebench.core.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * Puts IP, TCP and UDP headers around bytes (RFC 791, RFC 8200, RFC 9293, RFC 768), with right
 * checksums. Reuses one buffer: a packet is to be used before the next one is made.
 */
final class Packets {
  static final int FIN = 0x01;
  static final int SYN = 0x02;
  static final int RST = 0x04;
  static final int PSH = 0x08;
  static final int ACK = 0x10;

  /** How many bytes of a stream one packet takes. */
  static final int LARGEST_TCP = 61_440;

  /** How many bytes one datagram takes that goes over IPv4, whose length has its own header in. */
  static final int LARGEST_UDP_4 = 65_507;

  /** How many bytes one datagram takes that goes over IPv6 (RFC 8200 section 3). */
  static final int LARGEST_UDP_6 = 65_527;

  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int TCP_HEADER = 20;
  private static final int SYN_OPTIONS = 8;
  private static final int UDP_HEADER = 8;
  private static final int HOPS = 64;
  private static final int WINDOW = 65_535;

  /** Windows are 65,535 times two to this: whoever reads the file is to see no full window. */
  private static final int WINDOW_SCALE = 14;

  private final ByteBuffer packet = ByteBuffer.allocate(70_000);

  /** A TCP segment; one with {@link #SYN} has options and no bytes. */
  ByteBuffer tcp(
      InetSocketAddress from,
      InetSocketAddress to,
      int sequence,
      int acknowledged,
      int flags,
      byte[] bytes,
      int offset,
      int length) {
    boolean syn = (flags & SYN) != 0;
    int header = TCP_HEADER + (syn ? SYN_OPTIONS : 0);
    int start = ip(from.getAddress(), to.getAddress(), TCP, header + length);
    packet.putShort((short) from.getPort()).putShort((short) to.getPort());
    packet.putInt(sequence).putInt((flags & ACK) != 0 ? acknowledged : 0);
    packet.put((byte) ((header / 4) << 4)).put((byte) flags);
    packet.putShort((short) WINDOW).putShort((short) 0).putShort((short) 0);
    if (syn) {
      packet.put((byte) 2).put((byte) 4).putShort((short) LARGEST_TCP);
      packet.put((byte) 3).put((byte) 3).put((byte) WINDOW_SCALE).put((byte) 0);
    }
    packet.put(bytes, offset, length);
    packet.putShort(start + 16, transportChecksum(from, to, TCP, start));
    return packet.flip();
  }

  /** A datagram of at most {@link #LARGEST_UDP_4} or {@link #LARGEST_UDP_6} bytes. */
  ByteBuffer udp(
      InetSocketAddress from, InetSocketAddress to, byte[] bytes, int offset, int length) {
    int start = ip(from.getAddress(), to.getAddress(), UDP, UDP_HEADER + length);
    packet.putShort((short) from.getPort()).putShort((short) to.getPort());
    packet.putShort((short) (UDP_HEADER + length)).putShort((short) 0);
    packet.put(bytes, offset, length);
    short checksum = transportChecksum(from, to, UDP, start);
    // Zero would say that there is none.
    packet.putShort(start + 6, checksum == 0 ? (short) 0xffff : checksum);
    return packet.flip();
  }

  /** Begins a packet. Returns where what IP carries starts. */
  private int ip(InetAddress from, InetAddress to, int protocol, int length) {
    packet.clear();
    byte[] source = from.getAddress();
    byte[] target = to.getAddress();
    if (source.length == 4) {
      packet.put((byte) 0x45).put((byte) 0).putShort((short) (20 + length));
      packet.putShort((short) 0).putShort((short) 0x4000);
      packet.put((byte) HOPS).put((byte) protocol).putShort((short) 0);
      packet.put(source).put(target);
      packet.putShort(10, folded(sum(0, 20)));
    } else {
      packet.putInt(0x6000_0000).putShort((short) length);
      packet.put((byte) protocol).put((byte) HOPS);
      packet.put(source).put(target);
    }
    return packet.position();
  }

  private short transportChecksum(
      InetSocketAddress from, InetSocketAddress to, int protocol, int start) {
    int length = packet.position() - start;
    long sum = sum(start, packet.position()) + protocol + (length & 0xffff) + (length >>> 16);
    sum += sum(from.getAddress().getAddress()) + sum(to.getAddress().getAddress());
    return folded(sum);
  }

  private static long sum(byte[] address) {
    ByteBuffer words = ByteBuffer.wrap(address);
    long sum = 0;
    while (words.hasRemaining()) {
      sum += words.getShort() & 0xffff;
    }
    return sum;
  }

  private long sum(int from, int to) {
    long sum = 0;
    int at = from;
    for (; at + 4 <= to; at += 4) {
      // Folding makes it the same as adding both halves.
      sum += packet.getInt(at) & 0xffff_ffffL;
    }
    for (; at + 2 <= to; at += 2) {
      sum += packet.getShort(at) & 0xffff;
    }
    return at < to ? sum + ((packet.get(at) & 0xff) << 8) : sum;
  }

  private static short folded(long sum) {
    long rest = sum;
    while (rest >>> 16 != 0) {
      rest = (rest & 0xffff) + (rest >>> 16);
    }
    return (short) ~rest;
  }
}
