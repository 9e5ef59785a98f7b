package org.wirebench.terminal.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The links that cells point to (OSC 8). The oldest are forgotten when they take too much room. */
final class Links {
  /** How many characters an address has at the most; a longer one makes no link. */
  static final int LONGEST = 4096;

  private static final int MOST_CHARACTERS = 2 << 20;

  private record Link(String id, String address) {
    int size() {
      // The entry itself counts too, or very many short ones would take any room.
      return id.length() + address.length() + 64;
    }
  }

  private final LinkedHashMap<Integer, Link> links = new LinkedHashMap<>();
  private final Map<Link, Integer> numbers = new LinkedHashMap<>();
  private int last;
  private int characters;

  /**
   * The number of a link, from 1; 0 where the address is empty or too long.
   *
   * @param id what makes several places one link; empty for one that stands alone
   */
  int number(String id, String address) {
    if (address.isEmpty() || address.length() > LONGEST || id.length() > LONGEST) {
      return 0;
    }
    Link link = new Link(id, address);
    Integer known = numbers.get(link);
    if (known != null) {
      return known;
    }
    last = last == Integer.MAX_VALUE ? 1 : last + 1;
    links.put(last, link);
    numbers.put(link, last);
    characters += link.size();
    while (characters > MOST_CHARACTERS) {
      forgetOldest();
    }
    return last;
  }

  private void forgetOldest() {
    Link oldest = links.pollFirstEntry().getValue();
    numbers.remove(oldest);
    characters -= oldest.size();
  }

  /** The address of a link; empty when it was forgotten. */
  Optional<String> address(int number) {
    return Optional.ofNullable(links.get(number)).map(Link::address);
  }
}
