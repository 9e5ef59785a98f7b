@NullMarked
package org.wirebench.tool.http.code;

import org.jspecify.annotations.NullMarked;
