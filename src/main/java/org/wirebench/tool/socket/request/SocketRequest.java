package org.wirebench.tool.socket.request;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All that a user asks of a socket: to talk to a server, or to be one. */
public sealed interface SocketRequest permits ClientRequest, ServerRequest {
  /** The id of the tool. */
  String TOOL = "socket";

  /** What carries the bytes. */
  Transport transport();

  /** What the console needs to turn lines into bytes. */
  Talk talk();

  /** What a headless run does, in order. */
  List<Step> steps();

  /**
   * How long connecting, and the whole of a headless run, may take; empty to leave it to the
   * settings, which limit connecting and each step by itself.
   */
  Optional<Duration> timeout();

  /**
   * How the user types.
   *
   * @param charset turns characters into bytes, and back
   * @param lineEnding what is added to each line that is typed and sent
   * @param macros what is sent with one key
   * @param generation what a client sends again and again when asked to
   */
  record Talk(Charset charset, LineEnding lineEnding, List<Macro> macros, Generation generation) {
    /** UTF-8, a line feed behind each line, no macros, nothing to send again and again. */
    public static final Talk DEFAULT =
        new Talk(StandardCharsets.UTF_8, LineEnding.LF, List.of(), Generation.NONE);

    public Talk {
      macros = List.copyOf(macros);
    }
  }

  /**
   * Something that is sent often.
   *
   * @param name what the button says
   * @param send what is sent
   * @param key a shortcut in the form {@code Ctrl+Shift+1}; empty for none
   */
  record Macro(String name, Payload send, String key) {}
}
