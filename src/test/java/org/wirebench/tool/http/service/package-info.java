@NullMarked
package org.wirebench.tool.http.service;

import org.jspecify.annotations.NullMarked;
