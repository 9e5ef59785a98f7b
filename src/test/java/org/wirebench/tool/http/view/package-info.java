/** Tests of the socket console on the screen. */
@NullMarked
package org.wirebench.tool.http.view;

import org.jspecify.annotations.NullMarked;
