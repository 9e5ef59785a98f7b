package org.wirebench.tool.socket.request;

import static org.wirebench.tool.socket.request.SocketFields.BEHAVIOUR;
import static org.wirebench.tool.socket.request.SocketFields.BROADCAST;
import static org.wirebench.tool.socket.request.SocketFields.FAMILY;
import static org.wirebench.tool.socket.request.SocketFields.GENERATE;
import static org.wirebench.tool.socket.request.SocketFields.HOST;
import static org.wirebench.tool.socket.request.SocketFields.IDENTITY;
import static org.wirebench.tool.socket.request.SocketFields.INTERFACE;
import static org.wirebench.tool.socket.request.SocketFields.JOIN;
import static org.wirebench.tool.socket.request.SocketFields.LOCAL;
import static org.wirebench.tool.socket.request.SocketFields.MAX_CLIENTS;
import static org.wirebench.tool.socket.request.SocketFields.MODE;
import static org.wirebench.tool.socket.request.SocketFields.PATH;
import static org.wirebench.tool.socket.request.SocketFields.PORT;
import static org.wirebench.tool.socket.request.SocketFields.PROXY;
import static org.wirebench.tool.socket.request.SocketFields.SOCKET;
import static org.wirebench.tool.socket.request.SocketFields.TLS;
import static org.wirebench.tool.socket.request.SocketFields.TRANSPORT;
import static org.wirebench.tool.socket.request.SocketFields.TTL;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Mark;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;
import org.wirebench.tool.socket.request.SocketFields.Mode;

/**
 * Which fields belong to a mode and a transport. Others have no effect, whatever they hold: a form
 * keeps what was typed before its user chose another transport.
 */
final class Relevance {
  private static final Messages TEXT = Messages.of(Relevance.class);

  private static final Set<Transport> ALL = EnumSet.allOf(Transport.class);
  private static final Set<Transport> WITH_PORT =
      EnumSet.of(Transport.TCP, Transport.TLS, Transport.UDP);
  private static final Set<Transport> OVER_TCP = EnumSet.of(Transport.TCP, Transport.TLS);

  private static final List<Limited> LIMITED =
      List.of(
          of(HOST, WITH_PORT),
          of(PORT, WITH_PORT),
          of(PATH, EnumSet.of(Transport.UNIX)),
          of(FAMILY, WITH_PORT),
          of(LOCAL, Mode.CLIENT, WITH_PORT),
          of(SOCKET, WITH_PORT),
          of(TLS, Mode.CLIENT, EnumSet.of(Transport.TLS)),
          of(IDENTITY, Mode.SERVER, EnumSet.of(Transport.TLS)),
          of(PROXY, Mode.CLIENT, OVER_TCP),
          of(BROADCAST, Mode.CLIENT, EnumSet.of(Transport.UDP)),
          of(INTERFACE, EnumSet.of(Transport.UDP)),
          of(TTL, Mode.CLIENT, EnumSet.of(Transport.UDP)),
          of(JOIN, EnumSet.of(Transport.UDP)),
          of(GENERATE, Mode.CLIENT, ALL),
          of(MAX_CLIENTS, Mode.SERVER, ALL),
          of(BEHAVIOUR, Mode.SERVER, ALL));

  private Relevance() {}

  /** A field that only some modes and transports have. */
  private record Limited(String name, Set<Mode> modes, Set<Transport> transports) {}

  private static Limited of(Field<?> field, Set<Transport> transports) {
    return new Limited(field.name(), EnumSet.allOf(Mode.class), transports);
  }

  private static Limited of(Field<?> field, Mode mode, Set<Transport> transports) {
    return new Limited(field.name(), EnumSet.of(mode), transports);
  }

  /** {@code typed} without what has no effect. */
  static Tree.Fields relevant(Tree.Fields typed) {
    Tree.Fields left = typed;
    for (Problem problem : unused(typed, "")) {
      left = left.without(problem.path());
    }
    return left;
  }

  /**
   * What has no effect, and why; nothing while the mode or the transport is not known.
   *
   * @param prefix of the paths, such as {@code request.}
   */
  static List<Problem> unused(Tree.Fields typed, String prefix) {
    Optional<Mode> mode = choice(typed, MODE, Mode.values());
    Optional<Transport> transport = choice(typed, TRANSPORT, Transport.values());
    List<Problem> unused = new ArrayList<>();
    if (mode.isEmpty() || transport.isEmpty()) {
      return unused;
    }
    for (Limited field : LIMITED) {
      Optional<Tree> value = typed.get(field.name()).filter(tree -> !isBlank(tree));
      if (value.isPresent() && !field.transports().contains(transport.get())) {
        unused.add(problem(prefix, field, value.get(), word(TRANSPORT, transport.get())));
      } else if (value.isPresent() && !field.modes().contains(mode.get())) {
        unused.add(problem(prefix, field, value.get(), word(MODE, mode.get())));
      }
    }
    return unused;
  }

  private static Problem problem(String prefix, Limited field, Tree value, String reason) {
    Mark mark = value.mark();
    return new Problem(prefix + field.name(), TEXT.get("unused", reason), mark);
  }

  private static <E extends Enum<E>> Optional<E> choice(
      Tree.Fields typed, Field<E> field, E[] constants) {
    String text = typed.text(field.name()).orElse("").strip();
    if (text.isEmpty()) {
      return typed.get(field.name()).filter(tree -> !isBlank(tree)).isPresent()
          ? Optional.empty()
          : field.fallback();
    }
    for (E constant : constants) {
      if (constant.name().equalsIgnoreCase(text)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  private static boolean isBlank(Tree tree) {
    return tree instanceof Tree.Text(String text, Mark _) && text.isBlank();
  }

  private static <E extends Enum<E>> String word(Field<E> field, E constant) {
    return field.name() + ": " + ((Tree.Text) field.kind().write(constant)).text();
  }
}
