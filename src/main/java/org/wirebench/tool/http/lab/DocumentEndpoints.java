package org.wirebench.tool.http.lab;

import java.util.List;
import java.util.function.Supplier;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.core.net.tls.Pem;
import org.wirebench.core.text.Messages;

/** Documents of each kind that a viewer shows. */
final class DocumentEndpoints {
  private static final Messages TEXT = Messages.of(DocumentEndpoints.class);

  private DocumentEndpoints() {}

  static List<Route> routes(Supplier<Identity> identity) {
    return List.of(
        Route.of("GET", "/html", TEXT.get("about.html"), file("sample.html", Answer.HTML)),
        Route.of("GET", "/xml", TEXT.get("about.xml"), file("sample.xml", "application/xml")),
        Route.of("GET", "/json", TEXT.get("about.json"), file("sample.json", Answer.JSON)),
        Route.of(
            "GET",
            "/image/png",
            TEXT.get("about.png"),
            call -> call.answer().send(200, "image/png", Png.picture())),
        Route.of("GET", "/image/svg", TEXT.get("about.svg"), file("sample.svg", "image/svg+xml")),
        Route.of(
            "GET",
            "/robots.txt",
            TEXT.get("about.robots"),
            call -> call.answer().send(200, Answer.PLAIN, "User-agent: *\nDisallow: /deny\n")),
        Route.of(
            "GET",
            "/authority.pem",
            TEXT.get("about.authority"),
            call ->
                call.answer()
                    .send(
                        200, "application/x-pem-file", Pem.of(identity.get().chain().getLast()))));
  }

  private static Endpoint file(String name, String type) {
    return call -> call.answer().send(200, type, Resources.text(name));
  }
}
