package org.wirebench.tool.http.lab;

import java.util.List;
import java.util.function.Supplier;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.lab.LabServer;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.HttpRequest;

/** The web servers to try the HTTP tool on. */
public final class HttpLab {
  private static final Messages TEXT = Messages.of(HttpLab.class);

  private final Supplier<Identity> identity;
  private final MockBook mocks;
  private final MockDrafts drafts;

  /**
   * @param identity the certificate of the server with TLS, and its authority at the end of the
   *     chain; asked for when it starts
   * @param mocks what the user has both servers answer
   */
  public HttpLab(Supplier<Identity> identity, MockBook mocks) {
    this.identity = identity;
    this.mocks = mocks;
    this.drafts = new MockDrafts(mocks);
  }

  /** All of them. */
  public List<LabServer> servers() {
    return List.of(
        new Server("http", TEXT.get("lab.http"), false),
        new Server("https", TEXT.get("lab.https"), true));
  }

  /** What both servers answer before anything of their own; it may change while they run. */
  public MockBook mocks() {
    return mocks;
  }

  /** The same as the user types it. */
  public MockDrafts drafts() {
    return drafts;
  }

  private final class Server implements LabServer {
    private final String name;
    private final String title;
    private final boolean secure;

    Server(String name, String title, boolean secure) {
      this.name = name;
      this.title = title;
      this.secure = secure;
    }

    @Override
    public String id() {
      return HttpRequest.TOOL + "." + name;
    }

    @Override
    public String title() {
      return title;
    }

    @Override
    public String tool() {
      return HttpRequest.TOOL;
    }

    @Override
    public Running start(JobContext context) throws Exception {
      LabHandler handler = new LabHandler(Endpoints.all(identity), mocks, context);
      return secure
          ? WebServer.secure(handler, identity.get(), context)
          : WebServer.plain(handler, context);
    }
  }
}
