package org.wirebench.core.wire;

import java.net.InetSocketAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One connection, or one peer of a datagram socket, as the wire log knows it.
 *
 * @param id unique within the log, from 1
 * @param tool the id of the tool that it belongs to
 * @param label what a person calls it; not safe to show if a stranger had a say in it
 * @param carrier what carries the bytes
 * @param local the address of this side, where it is known and has one
 * @param remote the address of the other side, where it is known and has one
 * @param initiator whether this side connected, rather than accepted
 * @param opened when the log was told of it
 */
public record WireConnection(
    long id,
    String tool,
    String label,
    Carrier carrier,
    @Nullable InetSocketAddress local,
    @Nullable InetSocketAddress remote,
    boolean initiator,
    Instant opened) {}
