package org.wirebench.core.text;

/** The version of this program. */
public final class ProgramVersion {
  private static final Messages TEXT = Messages.of(ProgramVersion.class);

  private ProgramVersion() {}

  /** Such as {@code 1.0.0}. */
  public static String number() {
    return TEXT.get("version.number");
  }
}
