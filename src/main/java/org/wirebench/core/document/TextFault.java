package org.wirebench.core.document;

/**
 * Where a text that is typed is not well-formed.
 *
 * @param line from 1
 * @param column from 1
 * @param reason for people, as the parser says it
 */
public record TextFault(int line, int column, String reason) {}
