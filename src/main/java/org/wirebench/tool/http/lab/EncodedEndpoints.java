package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.wirebench.core.text.Messages;

/** Bodies with a Content-Encoding, whatever the client accepts. */
final class EncodedEndpoints {
  private static final Messages TEXT = Messages.of(EncodedEndpoints.class);

  private EncodedEndpoints() {}

  static List<Route> routes() {
    return List.of(
        Route.of(
            "GET",
            "/gzip",
            TEXT.get("about.gzip"),
            call -> send(call, "gzip", "gzipped", bytes -> packed(bytes, GZIPOutputStream::new))),
        Route.of(
            "GET",
            "/deflate",
            TEXT.get("about.deflate"),
            call ->
                send(
                    call,
                    "deflate",
                    "deflated",
                    bytes -> packed(bytes, DeflaterOutputStream::new))),
        Route.of(
            "GET",
            "/brotli",
            TEXT.get("about.brotli"),
            call -> send(call, "br", "brotli", Brotli::of)));
  }

  @FunctionalInterface
  private interface Packing {
    byte[] of(byte[] bytes) throws IOException;
  }

  @FunctionalInterface
  private interface Packer {
    OutputStream into(OutputStream out) throws IOException;
  }

  private static byte[] packed(byte[] bytes, Packer packer) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = packer.into(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static void send(Call call, String encoding, String said, Packing packing)
      throws IOException {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(said, true);
    tree.putAll(call.tree("headers", "method", "origin", "version"));
    call.answer().with("Content-Encoding", encoding).with("Vary", "Accept-Encoding");
    call.answer().send(200, Answer.JSON, packing.of((Answer.printed(tree) + "\n").getBytes(UTF_8)));
  }
}
