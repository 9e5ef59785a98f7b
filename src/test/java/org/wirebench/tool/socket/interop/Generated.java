package org.wirebench.tool.socket.interop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.code.Target;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.testkit.Peer;
import org.wirebench.tool.socket.code.SocketWriters;
import org.wirebench.tool.socket.request.SocketRequest;

/** A generated program that runs. */
final class Generated {
  private static final Pattern RECEIVED =
      Pattern.compile("(?m)^received (?:b(?<quote>['\"])(?<python>.*)\\k<quote>|(?<java>.*))$");

  private Generated() {}

  static String write(Target target, SocketRequest request) {
    return SocketWriters.all(() -> NetDefaults.BUILT_IN).stream()
        .filter(writer -> writer.target() == target)
        .map((CodeWriter<SocketRequest> writer) -> writer.write(request))
        .findFirst()
        .orElseThrow();
  }

  static Peer start(Target target, SocketRequest request, Path folder) throws IOException {
    return start(target, request, folder, Map.of());
  }

  /** Writes the program into a folder of its own and starts it. */
  static Peer start(
      Target target, SocketRequest request, Path folder, Map<String, String> environment)
      throws IOException {
    Path home = Files.createTempDirectory(folder, "program");
    Path file =
        Files.writeString(
            home.resolve(
                switch (target) {
                  case PYTHON -> "program.py";
                  case JAVA -> "Program.java";
                  case SHELL -> "program.sh";
                  default -> throw new AssertionError(target);
                }),
            write(target, request));
    List<String> command =
        switch (target) {
          case PYTHON -> List.of("python3", "-u", file.toString());
          case JAVA ->
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  file.toString());
          case SHELL -> List.of("bash", file.toString());
          default -> throw new AssertionError(target);
        };
    return Peer.start(folder, environment, command);
  }

  /** What a client says that it has received, each byte as one Latin-1 character. */
  static String received(Target target, String output) {
    if (target == Target.SHELL) {
      return output;
    }
    StringBuilder all = new StringBuilder();
    Matcher lines = RECEIVED.matcher(output);
    while (lines.find()) {
      String python = lines.group("python");
      all.append(
          decoded(python == null ? lines.group("java") : python.replaceAll("\\\\(['\"])", "$1")));
    }
    return all.toString();
  }

  private static String decoded(String escaped) {
    try {
      return new String(Escapes.decode(escaped, ISO_8859_1), ISO_8859_1);
    } catch (ParseProblem unexpected) {
      throw new AssertionError(escaped, unexpected);
    }
  }
}
