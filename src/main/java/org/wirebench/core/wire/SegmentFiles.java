package org.wirebench.core.wire;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.StoredBlock;

/**
 * The files that segments are put away into. One that is free again is kept: writing over it is
 * many times faster than a new one. One thread at a time, but for {@link #trouble()}.
 */
final class SegmentFiles {
  private final ByteStores stores;
  private @Nullable StoredBlock spare;
  private volatile @Nullable IOException trouble;

  SegmentFiles(ByteStores stores) {
    this.stores = stores;
  }

  /** Writes bytes into a file; null where that fails. */
  @Nullable StoredBlock store(byte[] bytes, int length) {
    try {
      StoredBlock old = takeSpare();
      return old == null ? stores.store(bytes, 0, length) : old.replace(bytes, 0, length);
    } catch (IOException failed) {
      trouble = failed;
      return null;
    }
  }

  private @Nullable StoredBlock takeSpare() {
    StoredBlock taken = spare;
    spare = null;
    return taken;
  }

  /** Nobody needs what is in the file any more; null for none. */
  void free(@Nullable StoredBlock file) {
    if (spare == null) {
      spare = file;
    } else {
      delete(file);
    }
  }

  /** Deletes the file that is kept, if it is longer than {@code room} bytes. */
  void trim(long room) {
    if (spare != null && spare.length() > room) {
      deleteSpare();
    }
  }

  /** Deletes the file that is kept. */
  void deleteSpare() {
    delete(takeSpare());
  }

  /** Deletes a file; null for none. */
  void delete(@Nullable StoredBlock file) {
    if (file != null) {
      try {
        file.close();
      } catch (IOException failed) {
        trouble = failed;
      }
    }
  }

  /** Why a file could not be written or deleted: the last reason. */
  Optional<IOException> trouble() {
    return Optional.ofNullable(trouble);
  }

  void forgetTrouble() {
    trouble = null;
  }
}
