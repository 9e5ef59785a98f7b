package org.wirebench.core.transcript;

/**
 * One row of a transcript.
 *
 * @param exchange the entry in which the row begins
 * @param opensExchange whether it is the first row that begins in its entry: its time is shown
 * @param offset where its bytes begin in the transcript
 * @param bytes its bytes, without the line feed that ended them
 * @param cut whether the line goes on in the next row, since it is longer than a row may be
 * @param continues whether it goes on with the line of the row before
 * @param fed whether a line feed comes after the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // made for one painting and thrown away, never compared
public record TranscriptRow(
    Exchange exchange,
    boolean opensExchange,
    long offset,
    byte[] bytes,
    boolean cut,
    boolean continues,
    boolean fed) {
  /** Where the row ends in the transcript, behind the line feed if there is one. */
  public long end() {
    return offset + bytes.length + (fed ? 1 : 0);
  }
}
