/** Words for people: language resources, amounts, and near misses of names. */
@NullMarked
package org.wirebench.core.text;

import org.jspecify.annotations.NullMarked;
