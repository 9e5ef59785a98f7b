package org.wirebench.core.net;

import java.util.List;

/** Which addresses may be given to the programs that the system opens addresses with. */
public final class ExternalLinks {
  /** Of pages, files and mailboxes: what runs something, or reads files of here, is not there. */
  private static final List<String> BEGINNINGS =
      List.of("http://", "https://", "ftp://", "sftp://", "mailto:");

  private ExternalLinks() {}

  /** Whether the address is of such a kind; a scheme has no case (RFC 3986, section 3.1). */
  public static boolean isKnown(String address) {
    return beginning(address, 0) > 0;
  }

  /** How many characters of such an address stand here before what it names; 0 for none. */
  public static int beginning(String text, int at) {
    for (String known : BEGINNINGS) {
      if (text.regionMatches(true, at, known, 0, known.length())) {
        return known.length();
      }
    }
    return 0;
  }
}
