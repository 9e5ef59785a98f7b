/** What the HTTP tool asks of a server, as it is typed, saved and carried out. */
@NullMarked
package org.wirebench.tool.http.request;

import org.jspecify.annotations.NullMarked;
