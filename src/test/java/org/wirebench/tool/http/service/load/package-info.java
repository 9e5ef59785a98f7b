/** Tests of what a load run counts. */
@NullMarked
package org.wirebench.tool.http.service.load;

import org.jspecify.annotations.NullMarked;
