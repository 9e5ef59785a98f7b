package org.wirebench.tool.http.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpFields;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.Percent;

/** Statuses and redirects. */
final class StatusEndpoints {
  private static final Messages TEXT = Messages.of(StatusEndpoints.class);
  private static final int MOST_REDIRECTS = 1000;

  private StatusEndpoints() {}

  static List<Route> routes() {
    return List.of(
        Route.of("*", "/status/{codes}", TEXT.get("about.status"), StatusEndpoints::status)
            .like("/status/418"),
        Route.of(
                "*",
                "/redirect/{n} /relative-redirect/{n} /absolute-redirect/{n}",
                TEXT.get("about.redirect"),
                StatusEndpoints::redirect)
            .like("/redirect/3"),
        Route.of("*", "/redirect-loop", TEXT.get("about.loop"), StatusEndpoints::loop),
        Route.of("*", "/redirect-to", TEXT.get("about.redirectTo"), StatusEndpoints::redirectTo)
            .like("/redirect-to?url=/get&status_code=307"));
  }

  /** One status, with its share among all. */
  private record Share(int status, double weight) {}

  private static void status(Call call) throws Exception {
    int status = chosen(shares(call.named("codes").orElse("")));
    if (status < 200) {
      HttpFields hint = HttpFields.build().put("Link", "</style.css>; rel=preload");
      Void _ = call.answer().response().writeInterim(status, hint).get();
      call.answer().empty(200);
      return;
    }
    switch (status) {
      case 301, 302, 303, 307, 308 -> call.answer().redirect(status, "/get");
      case 401 -> call.answer().with("WWW-Authenticate", "Basic realm=\"wirebench\"").empty(401);
      case 407 -> call.answer().with("Proxy-Authenticate", "Basic realm=\"wirebench\"").empty(407);
      case 418 -> call.answer().send(418, Answer.PLAIN, Resources.text("teapot.txt"));
      default -> call.answer().empty(status);
    }
  }

  /** {@code 200}, {@code 200,500}, {@code 200:3,500:1}. */
  private static List<Share> shares(String text) throws RefusedException {
    List<Share> shares = new ArrayList<>();
    for (String one : text.split(",", -1)) {
      int colon = one.indexOf(':');
      String code = (colon < 0 ? one : one.substring(0, colon)).strip();
      String weight = colon < 0 ? "1" : one.substring(colon + 1).strip();
      boolean isShare =
          code.matches("10[023]|[2-5]\\d\\d") && weight.matches("\\d{1,6}(\\.\\d{1,6})?");
      if (!isShare) {
        throw new RefusedException(400, TEXT.get("status.wrong"));
      }
      shares.add(new Share(Integer.parseInt(code), Double.parseDouble(weight)));
    }
    return shares;
  }

  private static int chosen(List<Share> shares) {
    double all = shares.stream().mapToDouble(Share::weight).sum();
    double left = ThreadLocalRandom.current().nextDouble() * all;
    for (Share share : shares) {
      left -= share.weight();
      if (left < 0) {
        return share.status();
      }
    }
    return shares.getLast().status();
  }

  private static void redirect(Call call) throws Exception {
    long left = call.whole("n", MOST_REDIRECTS);
    String base = call.path().getFirst().startsWith("absolute") ? call.origin() : "";
    if (left == 0) {
      throw new RefusedException(400, TEXT.get("redirect.none"));
    }
    call.answer()
        .redirect(
            302,
            left == 1 ? base + "/get" : base + "/" + call.path().getFirst() + "/" + (left - 1));
  }

  private static void loop(Call call) throws Exception {
    call.answer().redirect(302, "/redirect-loop");
  }

  private static void redirectTo(Call call) throws Exception {
    Pairs wanted = call.query();
    if (wanted.first("url").isEmpty() && call.method().equals("POST")) {
      wanted = Pairs.parse(call.body().text());
    }
    String url =
        wanted.first("url").orElseThrow(() -> new RefusedException(400, TEXT.get("redirect.url")));
    long status = Call.whole(wanted.first("status_code").orElse("302"), 300, 399);
    call.answer().redirect((int) status, encoded(url));
  }

  /** Only what cannot stand in an address is encoded, so that any address can be tried. */
  private static String encoded(String url) {
    StringBuilder encoded = new StringBuilder();
    url.codePoints()
        .mapToObj(Character::toString)
        .map(one -> one.matches("[!-~]") ? one : Percent.strict(one))
        .forEach(encoded::append);
    return encoded.toString();
  }
}
