package org.wirebench.tool.socket.request;

import static org.wirebench.tool.socket.request.SocketFields.CHARSET;
import static org.wirebench.tool.socket.request.SocketFields.GENERATE;
import static org.wirebench.tool.socket.request.SocketFields.HOST;
import static org.wirebench.tool.socket.request.SocketFields.JOIN;
import static org.wirebench.tool.socket.request.SocketFields.MACROS;
import static org.wirebench.tool.socket.request.SocketFields.PATH;
import static org.wirebench.tool.socket.request.SocketFields.PORT;
import static org.wirebench.tool.socket.request.SocketFields.SEND;
import static org.wirebench.tool.socket.request.SocketFields.STEPS;
import static org.wirebench.tool.socket.request.SocketFields.TRANSPORT;

import java.net.InetAddress;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Reader;

/** What no field can know of itself, because it depends on others. Notes what is wrong. */
final class FormChecks {
  private static final Messages TEXT = Messages.of(FormChecks.class);

  private final Reader reader;

  FormChecks(Reader reader) {
    this.reader = reader;
  }

  /** Whether there is somebody to connect to. */
  boolean remoteAddress(Transport transport) {
    if (!transport.hasPort()) {
      return hasPath();
    }
    boolean host = isHost();
    if (reader.get(PORT) == 0) {
      reader.problem(PORT, TEXT.get("port.missing"));
      return false;
    }
    return host;
  }

  /**
   * Whether there is a place to listen at; no host is all of them, and no port any that is free.
   */
  boolean localAddress(Transport transport) {
    if (!transport.hasPort()) {
      return hasPath();
    }
    return reader.get(HOST).isEmpty() || isHost();
  }

  private boolean hasPath() {
    if (reader.get(PATH).isBlank()) {
      reader.problem(PATH, TEXT.get("path.missing"));
      return false;
    }
    return true;
  }

  private boolean isHost() {
    if (reader.get(HOST).isBlank()) {
      reader.problem(HOST, TEXT.get("host.missing"));
      return false;
    }
    try {
      Endpoint _ = new Endpoint(reader.get(HOST), reader.get(PORT));
      return true;
    } catch (IllegalArgumentException impossible) {
      reader.problem(HOST, String.valueOf(impossible.getMessage()));
      return false;
    }
  }

  /** The groups to join are multicast addresses, and of one family. */
  void groups() {
    Set<Integer> lengths = new HashSet<>();
    for (String group : reader.get(JOIN)) {
      try {
        InetAddress address = InetAddress.ofLiteral(group);
        lengths.add(address.getAddress().length);
        if (!address.isMulticastAddress()) {
          reader.problem(JOIN, TEXT.get("join.notMulticast", group));
        }
      } catch (IllegalArgumentException noAddress) {
        reader.problem(JOIN, TEXT.get("join.notMulticast", group));
      }
    }
    if (lengths.size() > 1) {
      reader.problem(JOIN, TEXT.get("join.mixed"));
    }
  }

  /** What the charset lacks is found only here, where it is known. */
  void texts() {
    Charset charset = reader.get(CHARSET);
    if (!charset.canEncode()) {
      reader.problem(CHARSET, TEXT.get("charset.oneWay", charset.name()));
      return;
    }
    payloads(SEND, reader.get(SEND), charset);
    payloads(STEPS, Step.payloads(reader.get(STEPS)), charset);
    payloads(MACROS, reader.get(MACROS).stream().map(SocketRequest.Macro::send).toList(), charset);
    generation(charset);
  }

  private void payloads(Field<?> field, List<Payload> payloads, Charset charset) {
    for (Payload payload : payloads) {
      try {
        payload.check(charset);
      } catch (ParseProblem problem) {
        reader.problem(field, String.valueOf(problem.getMessage()));
      }
    }
  }

  private void generation(Charset charset) {
    Generation generation = reader.get(GENERATE);
    if (generation.isEmpty()) {
      return;
    }
    int longest = Generation.longest(reader.get(TRANSPORT).isDatagram());
    try {
      int length = generation.send().bytes(charset).length;
      if (generation.size() > longest) {
        reader.problem(GENERATE, Generation.SIZE, TEXT.get("generate.long", longest));
      } else if (generation.size() == 0 && length > longest) {
        reader.problem(GENERATE, Generation.SEND, TEXT.get("generate.long", longest));
      }
    } catch (ParseProblem problem) {
      reader.problem(GENERATE, Generation.SEND, String.valueOf(problem.getMessage()));
    }
  }
}
