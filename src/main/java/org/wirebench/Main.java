package org.wirebench;

/** Starts the desktop application, or a headless command. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(0);
  }
}
