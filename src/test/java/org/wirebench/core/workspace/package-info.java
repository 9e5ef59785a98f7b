/** Tests of saved requests, their files and shapes. */
@NullMarked
package org.wirebench.core.workspace;

import org.jspecify.annotations.NullMarked;
