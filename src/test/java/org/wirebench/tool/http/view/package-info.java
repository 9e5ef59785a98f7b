/** Tests of the HTTP tool in the window. */
@NullMarked
package org.wirebench.tool.http.view;

import org.jspecify.annotations.NullMarked;
