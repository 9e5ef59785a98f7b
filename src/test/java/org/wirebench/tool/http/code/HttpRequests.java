package org.wirebench.tool.http.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.DamagedFileException;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Tree;
import org.wirebench.tool.http.request.HttpForm;
import org.wirebench.tool.http.request.HttpRequest;

/** HTTP requests as users type them. */
public final class HttpRequests {
  private HttpRequests() {}

  /** The request that {@code yaml} types. */
  public static HttpRequest of(String yaml) {
    String file = "wirebench: 1\nname: A test\ntool: http\nrequest:\n" + yaml.indent(2);
    try {
      return of(EntryFiles.parse(Path.of("test.yaml"), file.getBytes(UTF_8)).getFirst().request());
    } catch (DamagedFileException damaged) {
      throw new AssertionError(file, damaged);
    }
  }

  /** The request that is typed like this. */
  public static HttpRequest of(Tree.Fields typed) {
    return switch (HttpForm.bind(typed)) {
      case Bound.Ok<HttpRequest>(HttpRequest request) -> request;
      case Bound.Bad<HttpRequest>(var problems) ->
          throw new AssertionError(problems + "\n" + typed);
    };
  }
}
