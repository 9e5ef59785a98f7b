/** What tests of every package share: clocks, jobs, networks, and servers that misbehave. */
@NullMarked
package org.wirebench.testkit;

import org.jspecify.annotations.NullMarked;
