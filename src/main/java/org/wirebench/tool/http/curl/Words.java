package org.wirebench.tool.http.curl;

import java.util.List;

/**
 * The first command of a pasted text, taken apart.
 *
 * @param words without their quotes
 * @param notes what could not be taken over, for people
 */
record Words(List<String> words, List<String> notes) {
  Words {
    words = List.copyOf(words);
    notes = List.copyOf(notes);
  }
}
