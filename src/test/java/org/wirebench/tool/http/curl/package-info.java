@NullMarked
package org.wirebench.tool.http.curl;

import org.jspecify.annotations.NullMarked;
