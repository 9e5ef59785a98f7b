package org.wirebench.fx.transcript;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.IntFunction;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.transcript.Exchange;
import org.wirebench.core.transcript.Transcript;

/**
 * How the rows of a transcript look.
 *
 * @param clock what the times say
 * @param charset what bytes are read in
 * @param partyName what a party is called; empty for nothing
 */
record Look(Clock clock, Charset charset, IntFunction<String> partyName) {
  private static final int LONGEST_NAME = 24;

  /** A name takes so much at least, so that the texts do not move with the number of a client. */
  private static final int SHORTEST_NAME = 4;

  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

  Look with(Clock other) {
    return new Look(other, charset, partyName);
  }

  /**
   * What stands before the first row of an entry.
   *
   * @param lastNanos when the entry before was, or when this was if it is the first
   */
  String gutter(Transcript transcript, Exchange exchange, long lastNanos) {
    String time =
        switch (clock) {
          case SINCE_START -> String.format(Locale.ROOT, "%9.3f", exchange.nanos() / 1e9);
          case TIME_OF_DAY -> TIME_OF_DAY.format(transcript.began().plusNanos(exchange.nanos()));
          case SINCE_LAST ->
              String.format(Locale.ROOT, "%+9.3f", (exchange.nanos() - lastNanos) / 1e9);
        };
    String name = Escapes.display(partyName.apply(exchange.party()));
    if (name.length() > LONGEST_NAME) {
      name = name.substring(0, LONGEST_NAME - 1) + "…";
    }
    return name.isEmpty() ? time : time + "  " + pad(name);
  }

  private static String pad(String name) {
    return name + " ".repeat(Math.max(0, SHORTEST_NAME - name.length()));
  }
}
