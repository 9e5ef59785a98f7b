package org.wirebench.tool.http.view;

import java.util.ArrayList;
import java.util.List;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.request.LoadPlan;

/** What a load run is to do, in words. */
final class LoadWords {
  private static final Messages TEXT = Messages.of(LoadWords.class);

  private LoadWords() {}

  /** "GET http://localhost/ · 100 requests · 10 at once". */
  static String of(HttpRequest request) {
    LoadPlan plan = request.load();
    List<String> words = new ArrayList<>();
    words.add(request.method() + " " + request.url());
    plan.requests()
        .ifPresent(count -> words.add(TEXT.get("load.plan.requests", Amounts.count(count))));
    plan.duration()
        .ifPresent(time -> words.add(TEXT.get("load.plan.duration", Amounts.duration(time))));
    words.add(TEXT.get("load.plan.concurrency", Amounts.count(plan.concurrency())));
    plan.rate().ifPresent(rate -> words.add(TEXT.get("load.plan.rate", rate)));
    if (!plan.ramp().isZero()) {
      words.add(TEXT.get("load.plan.ramp", Amounts.duration(plan.ramp())));
    }
    return String.join("  ·  ", words);
  }
}
