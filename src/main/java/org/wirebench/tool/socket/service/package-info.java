/** Runs socket clients and servers, in plain Java. */
@NullMarked
package org.wirebench.tool.socket.service;

import org.jspecify.annotations.NullMarked;
