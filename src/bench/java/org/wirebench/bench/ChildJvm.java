package org.wirebench.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a program of the benchmarks in a process of its own. */
final class ChildJvm {
  private static final String PLATFORM = "-Dglass.platform=";
  private static final String PIPELINE = "-Dprism.order=";

  private ChildJvm() {}

  /**
   * The command that starts it with the options of this process.
   *
   * @param display whether it takes the pipeline and the platform of a display, in place of those
   *     of this process
   */
  static List<String> command(boolean display, Class<?> main, String... arguments) {
    return command(display ? List.of(PLATFORM, PIPELINE) : List.of(), main, arguments);
  }

  /** The command that starts it on a display, whose pixels are computed as in this process. */
  static List<String> onDisplay(Class<?> main, String... arguments) {
    return command(List.of(PLATFORM), main, arguments);
  }

  private static List<String> command(List<String> without, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> without.stream().noneMatch(option::startsWith))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
