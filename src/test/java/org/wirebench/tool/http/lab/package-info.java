@NullMarked
package org.wirebench.tool.http.lab;

import org.jspecify.annotations.NullMarked;
