package org.wirebench.core.transcript;

import org.wirebench.core.wire.Direction;

/**
 * One entry of a transcript: bytes that went out or came in at once, or an event.
 *
 * @param number its place in the transcript, from 0
 * @param nanos when, in nanoseconds since the transcript began
 * @param direction which way; {@linkplain Direction#isNews news} is text of our own, in UTF-8
 * @param party whom with, a number that the owner of the transcript gave
 * @param offset where its bytes begin in the transcript
 * @param length how many bytes it has
 */
public record Exchange(
    long number, long nanos, Direction direction, int party, long offset, int length) {}
