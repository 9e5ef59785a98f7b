package org.wirebench.tool.http.code;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.code.Target;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.HttpRequest;

/** The writers of HTTP requests. */
public final class HttpWriters {
  private static final Messages TEXT = Messages.of(HttpWriters.class);

  private HttpWriters() {}

  private record Writer(
      Target target, String title, Supplier<NetDefaults> defaults, Function<Ask, String> program)
      implements CodeWriter<HttpRequest> {
    @Override
    public String write(HttpRequest request) {
      return program.apply(new Ask(request, defaults.get()));
    }
  }

  /**
   * One for each target, best known first.
   *
   * @param defaults hold where a request leaves something open
   */
  public static List<CodeWriter<HttpRequest>> all(Supplier<NetDefaults> defaults) {
    return List.of(
        new Writer(Target.SHELL, TEXT.get("title.curl"), defaults, CurlWriter::write),
        new Writer(Target.PYTHON, TEXT.get("title.requests"), defaults, RequestsWriter::write),
        new Writer(
            Target.PYTHON_URLLIB, Target.PYTHON_URLLIB.title(), defaults, UrllibWriter::write),
        new Writer(
            Target.PYTHON_AIOHTTP, Target.PYTHON_AIOHTTP.title(), defaults, AiohttpWriter::write),
        new Writer(Target.JAVA, Target.JAVA.title(), defaults, JavaWriter::write),
        new Writer(Target.JAVASCRIPT, Target.JAVASCRIPT.title(), defaults, FetchWriter::write));
  }

  /**
   * The request as a command of curl: what is copied, and can be pasted again.
   *
   * @param defaults hold where the request leaves something open
   */
  public static String curl(HttpRequest request, NetDefaults defaults) {
    return CurlWriter.write(new Ask(request, defaults));
  }
}
