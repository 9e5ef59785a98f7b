/** Tests of socket clients and servers, which talk to each other. */
@NullMarked
package org.wirebench.tool.socket.service;

import org.jspecify.annotations.NullMarked;
