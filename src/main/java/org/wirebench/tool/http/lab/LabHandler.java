package org.wirebench.tool.http.lab;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.text.Messages;
import org.wirebench.core.text.Nearest;

/** Finds who answers a call: a route of the user, an endpoint of the lab, or nobody. */
final class LabHandler extends Handler.Abstract {
  private static final Messages TEXT = Messages.of(LabHandler.class);

  private final List<Route> routes;
  private final MockBook mocks;
  private final JobContext context;

  LabHandler(List<Route> routes, MockBook mocks, JobContext context) {
    this.routes = routes;
    this.mocks = mocks;
    this.context = context;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Call call = new Call(request, response, context);
    try {
      answer(call);
      if (call.header("Expect").isEmpty()) {
        call.drain();
      }
      callback.succeeded();
    } catch (IOException | InterruptedException ended) {
      // The client is gone, the server is stopped, or it was broken off on purpose.
      callback.failed(ended);
    } catch (Exception defect) {
      context.log(defect.toString());
      callback.failed(defect);
    }
    return true;
  }

  private void answer(Call call) throws Exception {
    try {
      Optional<MockBook.Hit> mock = mocks.hit(call.method(), call.path());
      if (mock.isPresent()) {
        MockAnswer.answer(mock.get(), call);
      } else {
        dispatch(call);
      }
    } catch (RefusedException refused) {
      call.answer().json(refused.status(), Map.of("error", String.valueOf(refused.getMessage())));
    }
  }

  private void dispatch(Call call) throws Exception {
    List<Route> found =
        routes.stream().filter(route -> route.match(call.path()).isPresent()).toList();
    if (found.isEmpty()) {
      unknown(call);
      return;
    }
    Optional<Route> route = found.stream().filter(one -> one.answers(call.method())).findFirst();
    String allow = String.join(", ", found.stream().map(Route::allow).distinct().toList());
    if (call.method().equals("OPTIONS")) {
      call.answer().with("Allow", allow + ", OPTIONS").empty(200);
    } else if (route.isEmpty()) {
      call.answer().with("Allow", allow + ", OPTIONS");
      call.answer().json(405, Map.of("error", TEXT.get("call.method", call.method(), allow)));
    } else {
      call.matched(route.get().match(call.path()).orElseThrow());
      route.get().endpoint().answer(call);
    }
  }

  /** The endpoint that was meant: by its first word, or by one that is spelled alike. */
  private Optional<String> nearest(String head) {
    List<PathPattern> all = routes.stream().flatMap(route -> route.patterns().stream()).toList();
    List<String> heads = all.stream().map(PathPattern::head).distinct().toList();
    Optional<String> meant = heads.contains(head) ? Optional.of(head) : Nearest.to(head, heads);
    return meant.flatMap(
        word ->
            all.stream()
                .filter(pattern -> pattern.head().equals(word))
                .map(PathPattern::toString)
                .findFirst());
  }

  private void unknown(Call call) throws IOException {
    Map<String, Object> tree = new LinkedHashMap<>();
    String path = "/" + String.join("/", call.path());
    tree.put("error", TEXT.get("call.unknown", Escapes.display(path)));
    nearest(call.path().getFirst()).ifPresent(near -> tree.put("nearest", near));
    tree.put("all", call.origin() + "/");
    call.answer().json(404, tree);
  }
}
