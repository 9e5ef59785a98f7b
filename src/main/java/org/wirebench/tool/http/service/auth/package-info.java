/** Shows servers who asks: logins, digests, tokens, keys and signatures. */
@NullMarked
package org.wirebench.tool.http.service.auth;

import org.jspecify.annotations.NullMarked;
