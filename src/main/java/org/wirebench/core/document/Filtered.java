package org.wirebench.core.document;

import java.nio.charset.Charset;
import org.wirebench.core.bytes.ByteStore;

/**
 * What a filter left of a document.
 *
 * @param document what matched; whoever has it closes it
 * @param charset what that is in
 * @param matches how many places matched
 */
public record Filtered(ByteStore document, Charset charset, long matches) {}
