/** What of an exchange is secret, and how it is kept out of records. */
@NullMarked
package org.wirebench.tool.http.service.veil;

import org.jspecify.annotations.NullMarked;
