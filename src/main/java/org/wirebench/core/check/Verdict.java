package org.wirebench.core.check;

import org.wirebench.core.workspace.Mark;

/**
 * What came of a check.
 *
 * @param held whether the result was as expected
 * @param sentence what was expected and, where it did not hold, what was there instead; clean and
 *     short whatever the server sent
 * @param mark where the check stands in its file
 */
public record Verdict(boolean held, String sentence, Mark mark) {}
