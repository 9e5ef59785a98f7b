package org.wirebench.core.net.tls;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of certificates or keys is not what it should be. */
public final class TlsFileException extends IOException {
  private static final long serialVersionUID = 1;

  /** What is wrong with the file. */
  public enum Reason {
    NO_CERTIFICATE,
    NO_KEY,
    /** A PEM file where a PKCS#12 file was expected, since no file of its key was named. */
    KEY_NOT_NAMED,
    PASSWORD_MISSING,
    PASSWORD_WRONG,
    /** The cipher that seals the key is not known; whatever the password is. */
    SEALED_OTHERWISE,
    FOLDER,
    DAMAGED,
    TOO_LONG,
    /** The private key is not the one of the certificate. */
    MISMATCH
  }

  private final String file;
  private final Reason reason;

  TlsFileException(Path file, Reason reason, @Nullable Throwable cause) {
    super(file + ": " + reason, cause);
    this.file = file.toString();
    this.reason = reason;
  }

  /** The file. */
  public String file() {
    return file;
  }

  /** What is wrong with it. */
  public Reason reason() {
    return reason;
  }
}
