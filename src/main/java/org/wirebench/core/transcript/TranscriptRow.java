package org.wirebench.core.transcript;

/**
 * One row of a transcript.
 *
 * @param exchange the entry in which the row begins
 * @param opensExchange whether the row is the first of its entry, where its time is shown
 * @param offset where its bytes begin in the transcript
 * @param bytes its bytes, without the line feed that ended them
 * @param cut whether the line goes on in the next row, since it is longer than a row may be
 */
@SuppressWarnings("ArrayRecordComponent") // made for one painting and thrown away, never compared
public record TranscriptRow(
    Exchange exchange, boolean opensExchange, long offset, byte[] bytes, boolean cut) {}
