package org.wirebench.tool.socket.request;

import static org.wirebench.tool.socket.request.SocketFields.HOST;
import static org.wirebench.tool.socket.request.SocketFields.JOIN;
import static org.wirebench.tool.socket.request.SocketFields.PATH;
import static org.wirebench.tool.socket.request.SocketFields.PORT;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.text.Messages;
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
}
