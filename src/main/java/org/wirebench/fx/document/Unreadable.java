package org.wirebench.fx.document;

import java.io.IOException;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.Failure;
import org.wirebench.core.text.Messages;

/**
 * A document cannot be read any more.
 *
 * @param cause why, safe to show
 */
record Unreadable(String cause) implements Failure {
  private static final Messages TEXT = Messages.of(Unreadable.class);

  static Unreadable of(IOException why) {
    return new Unreadable(Escapes.display(String.valueOf(why.getMessage())));
  }

  @Override
  public String title() {
    return TEXT.get("open.unreadable");
  }

  @Override
  public String remedy() {
    return "";
  }

  @Override
  public String detail() {
    return "";
  }
}
