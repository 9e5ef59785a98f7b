/** Tests of jobs. */
@NullMarked
package org.wirebench.core.job;

import org.jspecify.annotations.NullMarked;
