@NullMarked
package org.wirebench.tool.http.service.cookie;

import org.jspecify.annotations.NullMarked;
