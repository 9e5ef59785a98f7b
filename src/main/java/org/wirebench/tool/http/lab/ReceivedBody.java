package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The body of a request. Only its beginning is kept when it is large. */
final class ReceivedBody {
  /** How many bytes are kept, 8 MiB. */
  static final int MOST = 8 << 20;

  private final byte[] kept;
  private final long size;
  private final String sha256;

  private ReceivedBody(byte[] kept, long size, String sha256) {
    this.kept = kept;
    this.size = size;
    this.sha256 = sha256;
  }

  /** Reads to the end of {@code in}. */
  static ReceivedBody read(InputStream in) throws IOException {
    MessageDigest digest = newDigest();
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] buffer = new byte[64 << 10];
    long size = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
      kept.write(buffer, 0, Math.min(read, MOST - kept.size()));
      size += read;
    }
    return new ReceivedBody(kept.toByteArray(), size, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** At most {@link #MOST} bytes. */
  byte[] kept() {
    return kept;
  }

  /** How many bytes came. */
  long size() {
    return size;
  }

  /** Of all bytes that came, in hexadecimal digits. */
  String sha256() {
    return sha256;
  }

  /** Whether all of it was kept. */
  boolean isWhole() {
    return size == kept.length;
  }

  /** What was kept, as text; a byte that is none becomes a replacement character. */
  String text() {
    return new String(kept, UTF_8);
  }

  /** Bytes in JSON: a text as it is, anything else as a data URL (RFC 2397). */
  static String shown(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException binary) {
      return "data:application/octet-stream;base64," + Base64.getEncoder().encodeToString(bytes);
    }
  }
}
