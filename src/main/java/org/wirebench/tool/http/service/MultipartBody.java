package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.wirebench.tool.http.request.Body;

/** Several parts, {@code multipart/form-data} (RFC 7578); files are streamed. */
final class MultipartBody implements RequestBody {
  private static final String LINE = "\r\n";

  private final String boundary = "----wirebench-" + UUID.randomUUID();
  private final List<RequestBody> pieces = new ArrayList<>();

  /**
   * @throws IOException when a file is not there, or is a folder
   */
  MultipartBody(List<Body.Part> parts) throws IOException {
    for (Body.Part part : parts) {
      if (!part.off()) {
        add(part);
      }
    }
    text("--" + boundary + "--" + LINE);
  }

  private void add(Body.Part part) throws IOException {
    RequestBody content =
        part.isFile()
            ? new FileBody(Path.of(part.file()), part.type())
            : RequestBody.of(part.value().getBytes(UTF_8), part.type());
    StringBuilder head = new StringBuilder("--" + boundary + LINE);
    head.append("Content-Disposition: form-data; name=\"").append(quoted(part.name())).append('"');
    if (part.isFile()) {
      String own = String.valueOf(Path.of(part.file()).getFileName());
      String filename = part.filename().isEmpty() ? own : part.filename();
      head.append("; filename=\"").append(quoted(filename)).append('"');
    }
    head.append(LINE);
    if (!content.type().isEmpty()) {
      head.append("Content-Type: ").append(content.type()).append(LINE);
    }
    text(head.append(LINE).toString());
    pieces.add(content);
    text(LINE);
  }

  /** As browsers do (HTML standard, "multipart/form-data"). */
  private static String quoted(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  private void text(String text) {
    pieces.add(RequestBody.of(text.getBytes(UTF_8), ""));
  }

  @Override
  public long length() {
    return pieces.stream().mapToLong(RequestBody::length).sum();
  }

  @Override
  public String type() {
    return "multipart/form-data; boundary=" + boundary;
  }

  @Override
  public void writeTo(OutputStream to) throws IOException {
    for (RequestBody piece : pieces) {
      piece.writeTo(to);
    }
  }
}
