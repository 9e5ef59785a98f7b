/** Tests of transcripts. */
@NullMarked
package org.wirebench.core.transcript;

import org.jspecify.annotations.NullMarked;
