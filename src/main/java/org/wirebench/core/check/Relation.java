package org.wirebench.core.check;

/** How a value is compared with what is expected of it. */
public enum Relation {
  IS("is"),
  IS_NOT("isNot"),
  CONTAINS("contains"),
  MATCHES("matches"),
  STARTS_WITH("startsWith"),
  ABOVE("above"),
  BELOW("below"),
  EXISTS("exists"),
  COUNT("count");

  private final String key;

  Relation(String key) {
    this.key = key;
  }

  /** The key that it has in a check. */
  public String key() {
    return key;
  }
}
