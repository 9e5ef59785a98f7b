package org.wirebench.tool.socket.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.DamagedFileException;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.SocketForm;
import org.wirebench.tool.socket.request.SocketRequest;

/** Socket requests as users type them. */
public final class Requests {
  private Requests() {}

  /** The request that {@code yaml} types. */
  public static SocketRequest of(String yaml) {
    String file = "wirebench: 1\nname: A test\ntool: socket\nrequest:\n" + yaml.indent(2);
    try {
      Entry entry = EntryFiles.parse(Path.of("test.yaml"), file.getBytes(UTF_8)).getFirst();
      return switch (SocketForm.bind(entry.request())) {
        case Bound.Ok<SocketRequest>(SocketRequest request) -> request;
        case Bound.Bad<SocketRequest>(var problems) -> throw new AssertionError(problems + file);
      };
    } catch (DamagedFileException damaged) {
      throw new AssertionError(file, damaged);
    }
  }

  /** The client that {@code yaml} types. */
  public static ClientRequest client(String yaml) {
    return (ClientRequest) of(yaml);
  }

  /** The server that {@code yaml} types. */
  public static ServerRequest server(String yaml) {
    return (ServerRequest) of("mode: server\n" + yaml);
  }
}
