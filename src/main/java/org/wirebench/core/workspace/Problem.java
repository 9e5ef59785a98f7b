package org.wirebench.core.workspace;

/**
 * What is wrong with a piece of what the user typed.
 *
 * @param path the field: {@code request.port}, {@code expect[0].what}
 * @param message why, in words for the user, without the name of the field
 * @param mark where it stands in the file, if it came from one
 */
public record Problem(String path, String message, Mark mark) {}
