/** One document of any size on the screen: as a tree, text, bytes, a table, a picture, a page. */
@NullMarked
package org.wirebench.fx.document;

import org.jspecify.annotations.NullMarked;
