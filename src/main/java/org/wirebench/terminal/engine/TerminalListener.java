package org.wirebench.terminal.engine;

import java.io.IOException;

/**
 * Is told what a program does beside the screen. It is called by whoever feeds the terminal, while
 * nothing else can look at it: it must be quick. What it is given came from the program: it is
 * bounded, but no more to be trusted than that.
 */
public interface TerminalListener {
  /**
   * Bytes for the program: answers to what it asked, which hold nothing that it wrote. Also called
   * by whoever gives the terminal other colours, when the program wants to know of them.
   */
  void answer(byte[] bytes);

  /** The bell rang. */
  default void bell() {}

  /** The title changed (OSC 0 and 2). Control characters are gone. */
  default void title(String title) {}

  /** The working directory changed, as the URI that the program gave (OSC 7). */
  default void workingDirectory(String uri) {}

  /**
   * The program wants this text in the clipboard (OSC 52): whether that is allowed is the user's to
   * say.
   */
  default void clipboard(String text) {}

  /** The colours of the palette changed: everything looks different. */
  default void colorsChanged() {}

  /** The program wants this many rows and columns; whether it gets them is the user's to say. */
  default void resizeWanted(int rows, int columns) {}

  /**
   * Old lines of the scrollback are gone, because the disk is full or cannot be read. Said once;
   * also by whoever looks, since that may read the disk.
   *
   * @param cause in words for people
   */
  default void scrollbackLost(IOException cause) {}
}
