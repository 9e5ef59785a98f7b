/** The web servers inside the program to try the HTTP tool on, and the routes that a user adds. */
@NullMarked
package org.wirebench.tool.http.lab;

import org.jspecify.annotations.NullMarked;
