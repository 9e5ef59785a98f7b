/** Text of a language that is typed: its colours, and where it is wrong. */
@NullMarked
package org.wirebench.fx.code;

import org.jspecify.annotations.NullMarked;
