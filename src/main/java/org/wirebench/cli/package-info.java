/** The headless commands: run, lab, code, schema, tour. */
@NullMarked
package org.wirebench.cli;

import org.jspecify.annotations.NullMarked;
