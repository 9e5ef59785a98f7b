package org.wirebench.tool.http.code;

import java.math.BigDecimal;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.tool.http.request.LoadPlan;

/** Writes a load run for aiohttp. */
final class AiohttpLoad {
  private final Snippets pieces;
  private final LoadPlan plan;
  private final boolean hasConnector;
  private final Program program;

  AiohttpLoad(Snippets pieces, Ask ask, Program program) {
    this.pieces = pieces;
    this.plan = ask.request().load();
    this.hasConnector = ask.proxy().filter(ProxySettings.Socks5.class::isInstance).isPresent();
    this.program = program;
  }

  /** Writes the plan. */
  void constants() {
    plan.requests()
        .ifPresent(
            count -> program.lines(pieces.get("load.count", "count", String.valueOf(count))));
    plan.duration()
        .ifPresent(time -> program.lines(pieces.get("load.duration", "time", Ask.seconds(time))));
    program.lines(
        pieces.get("load.concurrency", "concurrency", String.valueOf(plan.concurrency())));
    plan.rate()
        .ifPresent(
            rate ->
                program.lines(
                    pieces.get(
                        "load.rate",
                        "rate",
                        BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString())));
    if (!plan.ramp().isZero()) {
      program.lines(pieces.get("load.ramp", "ramp", Ask.seconds(plan.ramp())));
    }
  }

  /**
   * Writes the rest of the program.
   *
   * @param session the arguments of the session
   * @param token what fetches a token, or nothing
   * @param call the call that asks once
   */
  void write(Arguments session, String token, String call) {
    program.needs("collections", "time");
    boolean counted = plan.duration().isEmpty() && plan.ramp().isZero();
    if (!hasConnector) {
      session.add("connector=aiohttp.TCPConnector(limit=CONCURRENCY)");
    }
    program.block(pieces.get("load.ask", "call", call.stripTrailing()));
    program.block("\n" + pieces.get("load.report"));
    String rate = plan.rate().isPresent() ? "rate" : "";
    if (counted) {
      program.block("\n" + gathered(session, token, rate));
    } else {
      program.block("\n" + worked(session, token, rate));
    }
  }

  private String gathered(Arguments session, String token, String rate) {
    return pieces.get(
        "load.gather",
        "rate",
        rate.isEmpty() ? "" : pieces.get("load.turn.gather"),
        "session",
        session.toString(),
        "token",
        token);
  }

  private String worked(Arguments session, String token, String rate) {
    if (plan.requests().isEmpty()) {
      program.needs("itertools");
    }
    return pieces.get(
        "load.work",
        "ramp",
        plan.ramp().isZero() ? "" : pieces.get("load.turn.ramp"),
        "rate",
        rate.isEmpty() ? "" : pieces.get("load.turn.work"),
        "end",
        plan.duration().isEmpty() ? "" : pieces.get("load.end"),
        "numbers",
        plan.requests().isPresent() ? "iter(range(REQUESTS))" : "itertools.count()",
        "session",
        session.toString(),
        "token",
        token);
  }
}
