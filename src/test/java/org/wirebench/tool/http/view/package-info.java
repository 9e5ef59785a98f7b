@NullMarked
package org.wirebench.tool.http.view;

import org.jspecify.annotations.NullMarked;
