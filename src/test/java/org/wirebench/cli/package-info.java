/** Tests of the headless commands. */
@NullMarked
package org.wirebench.cli;

import org.jspecify.annotations.NullMarked;
