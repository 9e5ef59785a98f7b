@NullMarked
package org.wirebench.tool.http.service.auth;

import org.jspecify.annotations.NullMarked;
