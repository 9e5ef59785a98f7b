package org.wirebench.tool.socket.service;

import java.util.function.Supplier;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.Network;
import org.wirebench.core.net.tls.Identity;

/**
 * What sockets need of the program.
 *
 * @param network opens them
 * @param stores keep what is said
 * @param identity the certificate of servers that were given none; made when first asked for
 * @param defaults hold where a request leaves something open; asked each time, on any thread
 */
public record SocketEnvironment(
    Network network,
    ByteStores stores,
    Supplier<Identity> identity,
    Supplier<NetDefaults> defaults) {}
