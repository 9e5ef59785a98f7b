package org.wirebench.core.net;

import static org.wirebench.core.net.FailureClassifier.failure;
import static org.wirebench.core.net.FailureClassifier.message;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.text.Messages;

/** What went wrong with files. */
final class FileWords {
  private static final Messages TEXT = Messages.of(FileWords.class);

  private FileWords() {}

  static Optional<NetFailure> of(IOException thrown) {
    String said = message(thrown).toLowerCase(Locale.ROOT);
    if (said.contains("no space left") || said.contains("not enough space on the disk")) {
      return Optional.of(
          failure(
              Kind.LIMIT,
              TEXT.get("diskFull.title"),
              TEXT.get("diskFull.cause"),
              TEXT.get("diskFull.remedy"),
              thrown));
    }
    return switch (thrown) {
      case AccessDeniedException denied -> Optional.of(denied(name(denied), denied));
      case NoSuchFileException missing -> Optional.of(missing(name(missing), missing));
      case FileAlreadyExistsException there ->
          Optional.of(
              failure(
                  Kind.IO,
                  TEXT.get("fileThere.title"),
                  TEXT.get("fileThere.cause", name(there)),
                  TEXT.get("fileThere.remedy"),
                  there));
      case FileNotFoundException old -> Optional.of(old(said, old));
      case FileSystemException other ->
          Optional.of(
              failure(
                  Kind.IO,
                  TEXT.get("file.title"),
                  TEXT.get("file.cause", message(other)),
                  TEXT.get("file.remedy"),
                  other));
      default -> Optional.empty();
    };
  }

  /** The old file classes have one exception for all; its text ends with the reason. */
  private static NetFailure old(String said, FileNotFoundException thrown) {
    return said.contains("permission denied") || said.contains("access is denied")
        ? denied(message(thrown), thrown)
        : missing(message(thrown), thrown);
  }

  private static NetFailure denied(String file, IOException thrown) {
    return failure(
        Kind.PERMISSION,
        TEXT.get("fileDenied.title"),
        TEXT.get("fileDenied.cause", file),
        TEXT.get("fileDenied.remedy"),
        thrown);
  }

  private static NetFailure missing(String file, IOException thrown) {
    return failure(
        Kind.IO,
        TEXT.get("fileMissing.title"),
        TEXT.get("fileMissing.cause", file),
        TEXT.get("fileMissing.remedy"),
        thrown);
  }

  private static String name(FileSystemException thrown) {
    String file = thrown.getFile();
    return Escapes.display(file == null ? "?" : file);
  }
}
