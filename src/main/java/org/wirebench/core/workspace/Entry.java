package org.wirebench.core.workspace;

/**
 * One saved request: what the user typed, valid or not.
 *
 * @param name what the user calls it
 * @param tool the id of the tool it is for
 * @param request the fields of the tool's form
 * @param expect the checks of the result
 * @param capture what is taken from the result into variables
 * @param mark where it begins in its file
 */
public record Entry(
    String name,
    String tool,
    Tree.Fields request,
    Tree.Items expect,
    Tree.Fields capture,
    Mark mark) {

  /** An entry that did not come from a file and checks nothing. */
  public static Entry of(String name, String tool, Tree.Fields request) {
    return new Entry(name, tool, request, Tree.Items.NONE, Tree.Fields.NONE, Mark.NONE);
  }

  /** The same with another request. */
  public Entry with(Tree.Fields other) {
    return new Entry(name, tool, other, expect, capture, mark);
  }

  /** The same under another name; empty for none. */
  public Entry named(String other) {
    return new Entry(other, tool, request, expect, capture, mark);
  }

  /** The same without any marks. */
  public Entry plain() {
    return new Entry(name, tool, request.plain(), expect.plain(), capture.plain(), Mark.NONE);
  }
}
