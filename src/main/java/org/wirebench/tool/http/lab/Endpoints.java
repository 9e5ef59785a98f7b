package org.wirebench.tool.http.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.wirebench.core.net.tls.Identity;

/** All that a web server of the lab answers by itself. */
final class Endpoints {
  private Endpoints() {}

  /** The routes of one server, which share nothing with those of another. */
  static List<Route> all(Supplier<Identity> identity) {
    List<Route> routes = new ArrayList<>();
    routes.addAll(EchoEndpoints.routes());
    routes.addAll(StatusEndpoints.routes());
    routes.addAll(StreamEndpoints.routes());
    routes.addAll(TimedEndpoints.routes());
    routes.addAll(EncodedEndpoints.routes());
    routes.addAll(CookieEndpoints.routes());
    routes.addAll(LoginEndpoints.routes());
    routes.addAll(new DigestEndpoint().routes());
    routes.addAll(new OauthEndpoints().routes());
    routes.addAll(HeaderEndpoints.routes());
    routes.addAll(DocumentEndpoints.routes(identity));
    routes.addAll(FaultEndpoints.routes());
    routes.addAll(SampleEndpoints.routes());
    routes.addAll(GraphQlEndpoint.routes());
    List<Route> whole = new ArrayList<>(new IndexPage(routes).routes());
    whole.addAll(routes);
    return List.copyOf(whole);
  }
}
