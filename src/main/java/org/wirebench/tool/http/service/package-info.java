/** Carries HTTP requests out, over the connections of the program. */
@NullMarked
package org.wirebench.tool.http.service;

import org.jspecify.annotations.NullMarked;
