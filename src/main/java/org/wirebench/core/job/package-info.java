/** Background work: jobs on virtual threads with progress, a log, a deadline and cancellation. */
@NullMarked
package org.wirebench.core.job;

import org.jspecify.annotations.NullMarked;
