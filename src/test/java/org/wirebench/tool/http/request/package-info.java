@NullMarked
package org.wirebench.tool.http.request;

import org.jspecify.annotations.NullMarked;
