package org.wirebench.tool.http.service.veil;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jetty.http.compression.EncodingException;
import org.eclipse.jetty.http.compression.HuffmanDecoder;
import org.eclipse.jetty.http2.hpack.HpackContext;

/**
 * The heads of one direction of HTTP/2 (RFC 7541), in whatever pieces they come. A value that is
 * secret becomes one of as many bytes that is all stars, and the head can still be read. What makes
 * no sense is hidden from there on, since it is not known any more what is what.
 */
final class HpackVeil {
  /** Eight bits, as it happens, and so a byte of its own (RFC 7541 appendix B). */
  private static final byte HUFFMAN_STAR = (byte) 0xf9;

  private static final int LONGEST = 1 << 20;
  private static final int OVERHEAD = 32;

  /** What the table holds, the newest first. */
  private final List<Entry> table = new ArrayList<>();

  private Secrecy secrecy = Secrecy.USUAL;
  private int capacity = 4096;
  private boolean broken;
  private boolean counts;
  private int status;

  private State state = State.FIELD;
  private boolean adds;
  private boolean resizes;
  private boolean indexed;
  private long number;
  private int shift;
  private boolean huffman;
  private boolean isName;
  private int left;
  private boolean whole;
  private boolean hides;
  private String name = "";
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();

  private enum State {
    FIELD,
    INDEX,
    LENGTH_BEGINS,
    LENGTH,
    TEXT
  }

  private record Entry(String name, String value) {
    int size() {
      return name.length() + value.length() + OVERHEAD;
    }
  }

  /** Another exchange begins. */
  void begin() {
    status = 0;
  }

  /** Of the last head of this direction that counts; 0 where there is none. */
  int status() {
    return status;
  }

  /**
   * Covers a piece of a head.
   *
   * @param what what is secret in it
   * @param isOfNow whether its status counts
   */
  void cover(byte[] bytes, int from, int to, Secrecy what, boolean isOfNow) {
    secrecy = what;
    counts = isOfNow;
    int at = from;
    while (at < to && !broken) {
      if (state == State.TEXT) {
        at = text(bytes, at, to);
      } else {
        step(bytes[at++] & 0xff);
      }
    }
    if (broken) {
      Arrays.fill(bytes, at, to, (byte) '*');
    }
  }

  private void step(int one) {
    switch (state) {
      case FIELD -> field(one);
      case LENGTH_BEGINS -> {
        huffman = (one & 0x80) != 0;
        integer(one, 7, State.LENGTH);
      }
      case INDEX, LENGTH, TEXT -> {
        number += (long) (one & 0x7f) << shift;
        shift += 7;
        if (number > LONGEST || shift > 28) {
          broken = true;
        } else if ((one & 0x80) == 0) {
          integerEnds();
        }
      }
    }
  }

  /** What begins here (RFC 7541 section 6). */
  private void field(int one) {
    indexed = (one & 0x80) != 0;
    adds = !indexed && (one & 0x40) != 0;
    resizes = (one & 0xe0) == 0x20;
    integer(one, indexed ? 7 : adds ? 6 : resizes ? 5 : 4, State.INDEX);
  }

  /** An integer begins (RFC 7541 section 5.1). */
  private void integer(int one, int bits, State of) {
    int most = (1 << bits) - 1;
    state = of;
    number = one & most;
    shift = 0;
    if (number < most) {
      integerEnds();
    }
  }

  private void integerEnds() {
    if (state == State.LENGTH) {
      left = (int) number;
      textBegins();
    } else if (resizes) {
      capacity = (int) number;
      evict();
      state = State.FIELD;
    } else if (indexed) {
      take(entry((int) number));
      state = State.FIELD;
    } else {
      isName = number == 0;
      name = isName ? "" : entry((int) number).name();
      state = State.LENGTH_BEGINS;
    }
  }

  private Entry entry(int index) {
    int dynamic = index - HpackContext.STATIC_SIZE - 1;
    if (index < 1 || dynamic >= table.size()) {
      broken = true;
      return new Entry("", "");
    }
    if (dynamic >= 0) {
      return table.get(dynamic);
    }
    String[] fixed = HpackContext.STATIC_TABLE[index];
    return new Entry(fixed[0], fixed[1] == null ? "" : fixed[1]);
  }

  private void textBegins() {
    state = State.TEXT;
    text.reset();
    whole = true;
    hides = !isName && secrecy.concerns(name);
    if (left == 0) {
      textEnds("");
    }
  }

  /** Covers a piece of a name or a value. */
  private int text(byte[] bytes, int at, int to) {
    int part = Math.min(left, to - at);
    text.write(bytes, at, part);
    left -= part;
    if (left > 0) {
      whole = false;
    }
    if (hides && !whole) {
      Arrays.fill(bytes, at, at + part, star());
    }
    if (left == 0) {
      String plain = plain();
      if (hides && whole) {
        hide(plain, bytes, at, part);
      }
      textEnds(plain);
    }
    return at + part;
  }

  private byte star() {
    return huffman ? HUFFMAN_STAR : (byte) '*';
  }

  private void hide(String plain, byte[] bytes, int at, int length) {
    String masked = broken ? "" : secrecy.header(name, plain);
    if (!huffman && masked.length() == length) {
      System.arraycopy(masked.getBytes(ISO_8859_1), 0, bytes, at, length);
    } else if (!masked.equals(plain) || broken) {
      // Where letters have no bytes of their own, all of the value goes.
      Arrays.fill(bytes, at, at + length, star());
    }
  }

  private String plain() {
    if (!huffman) {
      return text.toString(ISO_8859_1);
    }
    try {
      HuffmanDecoder decoder = new HuffmanDecoder();
      decoder.setLength(text.size());
      String decoded = decoder.decode(ByteBuffer.wrap(text.toByteArray()));
      if (decoded != null) {
        return decoded;
      }
    } catch (EncodingException noHuffman) {
      // As below.
    }
    broken = true;
    return "";
  }

  private void textEnds(String plain) {
    if (isName) {
      name = plain;
      isName = false;
      state = State.LENGTH_BEGINS;
      return;
    }
    Entry entry = new Entry(name, plain);
    take(entry);
    if (adds) {
      table.addFirst(entry);
      evict();
    }
    state = State.FIELD;
  }

  private void take(Entry entry) {
    if (counts && entry.name().equals(":status") && entry.value().matches("[1-9][0-9]{2}")) {
      status = Integer.parseInt(entry.value());
    }
  }

  private void evict() {
    int size = table.stream().mapToInt(Entry::size).sum();
    while (size > capacity && !table.isEmpty()) {
      size -= table.removeLast().size();
    }
  }
}
