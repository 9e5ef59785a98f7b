/** What was said over live connections, kept on disk, read as rows of text or of hex. */
@NullMarked
package org.wirebench.core.transcript;

import org.jspecify.annotations.NullMarked;
