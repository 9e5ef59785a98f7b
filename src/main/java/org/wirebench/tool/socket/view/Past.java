package org.wirebench.tool.socket.view;

import org.wirebench.core.transcript.Transcript;

/**
 * A connection, or the run of a server, that is over.
 *
 * @param title what its tab was called
 * @param server whether we were the server
 * @param transcript what was said
 */
record Past(String title, boolean server, Transcript transcript) {
  /** How many of them a tab keeps; what was said over older ones is given back. */
  static final int MOST = 5;
}
