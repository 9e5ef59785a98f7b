/** Benchmarks, each printing ours, a peer's and the ratio. */
@NullMarked
package org.wirebench.bench;

import org.jspecify.annotations.NullMarked;
