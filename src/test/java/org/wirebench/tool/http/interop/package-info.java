@NullMarked
package org.wirebench.tool.http.interop;

import org.jspecify.annotations.NullMarked;
