package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http.compression.NBitIntegerEncoder;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.hpack.HpackDecoder;
import org.eclipse.jetty.http2.hpack.HpackEncoder;
import org.eclipse.jetty.http2.hpack.HpackException;
import org.jspecify.annotations.Nullable;
import org.wirebench.tool.http.request.HttpUrl;

/** Heads of HTTP/2 as they are compressed (RFC 7541). The order of use is that of the wire. */
final class Http2Heads {
  /** What means something for one connection only (RFC 9113 section 8.2.2). */
  private static final Set<String> OF_CONNECTION =
      Set.of(
          "connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade", "host");

  /** How large the table is as long as nobody says anything (RFC 9113 section 6.5.2). */
  private static final int DEFAULT_TABLE = 4096;

  private final HpackEncoder encoder = new HpackEncoder();
  private final HpackDecoder decoder = new HpackDecoder(HeadReader.LARGEST, System::nanoTime);

  private int table = DEFAULT_TABLE;
  private int wantedTable = DEFAULT_TABLE;

  /** The server takes a table of this size (RFC 9113 section 6.5.2). */
  void tableSize(int bytes) {
    wantedTable = Math.clamp(bytes, 0, DEFAULT_TABLE);
  }

  /** The headers of a request as they go out, the pseudo-headers first. */
  static List<HeaderField> fields(Outgoing request) {
    HttpUrl url = request.url();
    List<HeaderField> all = new ArrayList<>();
    String authority =
        request.headers().stream()
            .filter(one -> one.is("Host"))
            .map(HeaderField::value)
            .findFirst()
            .orElse(url.authority());
    all.add(new HeaderField(":method", request.method()));
    all.add(new HeaderField(":scheme", url.scheme()));
    all.add(new HeaderField(":authority", authority));
    all.add(new HeaderField(":path", url.target()));
    for (HeaderField one : request.headers()) {
      String name = one.name().toLowerCase(Locale.ROOT);
      if (!OF_CONNECTION.contains(name)) {
        all.add(new HeaderField(name, one.value()));
      }
    }
    boolean hasBody = request.body().length() > 0 || request.sendsLength();
    if (hasBody && !request.has("Content-Length")) {
      all.add(new HeaderField("content-length", Long.toString(request.body().length())));
    }
    if (request.expects() && !request.has("Expect")) {
      all.add(new HeaderField("expect", "100-continue"));
    }
    return all;
  }

  /** Compresses the headers of a request. */
  byte[] encode(List<HeaderField> fields) {
    int size = 64;
    for (HeaderField one : fields) {
      size += 3 * (one.name().length() + one.value().length()) + 32;
    }
    ByteBuffer buffer = ByteBuffer.allocate(size);
    if (wantedTable != table) {
      table = wantedTable;
      encoder.encodeMaxDynamicTableSize(buffer, table);
      encoder.setTableCapacity(table);
    }
    for (HeaderField one : fields) {
      if (isAscii(one.name()) && isAscii(one.value())) {
        encoder.encode(buffer, new HttpField(one.name(), one.value()));
      } else {
        literal(one, buffer);
      }
    }
    byte[] bytes = new byte[buffer.flip().remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(one -> one >= ' ' && one < 0x7f);
  }

  /**
   * A field as it is in HTTP/1.1, without an index and without Huffman's code, which Jetty has for
   * ASCII alone (RFC 7541 section 6.2.2).
   */
  private static void literal(HeaderField field, ByteBuffer to) {
    to.put((byte) 0);
    for (String text : List.of(field.name(), field.value())) {
      byte[] bytes = text.getBytes(UTF_8);
      to.put((byte) 0);
      NBitIntegerEncoder.encode(to, 7, bytes.length);
      to.put(bytes);
    }
  }

  /**
   * Decompresses a head or a trailer section, which has no status.
   *
   * @param block all of it
   * @param size how many bytes its frames took
   * @throws Http2Exception when it is broken or too long: no other can be decompressed
   * @throws HpackException.StreamException when it is malformed (RFC 9113 section 8.1.1)
   */
  ResponseHead decode(byte[] block, long size)
      throws Http2Exception, HpackException.StreamException {
    try {
      MetaData data = decoder.decode(ByteBuffer.wrap(block));
      List<HeaderField> fields = new ArrayList<>();
      data.getHttpFields()
          .forEach(one -> fields.add(new HeaderField(one.getName(), orEmpty(one.getValue()))));
      int status = data instanceof MetaData.Response response ? response.getStatus() : 0;
      return new ResponseHead("HTTP/2", status, "", fields, size);
    } catch (HpackException.SessionException broken) {
      throw Http2Exception.of(ErrorCode.COMPRESSION_ERROR, String.valueOf(broken.getMessage()));
    }
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : Text.utf8(value);
  }
}
