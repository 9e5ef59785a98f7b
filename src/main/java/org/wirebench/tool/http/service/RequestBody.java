package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.Body;
import org.wirebench.tool.http.request.GraphQlText;
import org.wirebench.tool.http.request.MediaTypes;
import org.wirebench.tool.http.request.NameValue;
import org.wirebench.tool.http.request.Percent;

/** A body that can be sent any number of times; files are read anew each time. */
public interface RequestBody {
  /** How many bytes it has. */
  long length();

  /** Its media type; empty where nothing is to be said of it. */
  String type();

  /**
   * Writes all of it.
   *
   * @throws IOException when a file cannot be read, has not the length it had, or {@code to} fails
   */
  void writeTo(OutputStream to) throws IOException;

  /** Nothing. */
  static RequestBody none() {
    return of(new byte[0], "");
  }

  /** Bytes. */
  static RequestBody of(byte[] bytes, String type) {
    return new RequestBody() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public String type() {
        return type;
      }

      @Override
      public void writeTo(OutputStream to) throws IOException {
        to.write(bytes);
      }
    };
  }

  /**
   * What {@code body} says.
   *
   * @throws IOException when a file is not there, or is a folder
   */
  static RequestBody of(Body body) throws IOException {
    return switch (body) {
      case Body.None() -> none();
      case Body.Text(Body.Syntax syntax, String content, String type) ->
          of(content.getBytes(UTF_8), type.isEmpty() ? syntax.type() : type);
      case Body.Form(var fields) ->
          of(
              fields.stream()
                  .filter(field -> !field.off())
                  .map(RequestBody::encoded)
                  .collect(Collectors.joining("&"))
                  .getBytes(UTF_8),
              "application/x-www-form-urlencoded");
      case Body.Multipart(var parts) -> new MultipartBody(parts);
      case Body.File(String path, String type) -> new FileBody(Path.of(path), type);
      case Body.GraphQl question ->
          of(GraphQlText.json(question).getBytes(UTF_8), Body.Syntax.JSON.type());
    };
  }

  private static String encoded(NameValue field) {
    return Percent.form(field.name()) + "=" + Percent.form(field.value());
  }

  /** A file as it is. */
  final class FileBody implements RequestBody {
    private static final Messages TEXT = Messages.of(RequestBody.class);

    private final Path file;
    private final String type;
    private final long length;

    /**
     * @param type empty to guess it by the name
     */
    FileBody(Path file, String type) throws IOException {
      if (Files.isDirectory(file)) {
        throw new FileSystemException(file.toString(), null, TEXT.get("file.folder"));
      }
      this.file = file;
      this.length = Files.size(file);
      this.type = type.isEmpty() ? guessed(file) : type;
    }

    /** By the name alone. */
    static String guessed(Path file) {
      return MediaTypes.of(String.valueOf(file.getFileName()));
    }

    @Override
    public long length() {
      return length;
    }

    @Override
    public String type() {
      return type;
    }

    @Override
    public void writeTo(OutputStream to) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        byte[] buffer = new byte[256 * 1024];
        long left = length;
        while (left > 0) {
          int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
          if (count < 0) {
            throw new FileSystemException(file.toString(), null, TEXT.get("file.shorter"));
          }
          to.write(buffer, 0, count);
          left -= count;
        }
      }
    }
  }
}
