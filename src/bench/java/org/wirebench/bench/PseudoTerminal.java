package org.wirebench.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A pseudo terminal with a program behind it, as each terminal has one (openpty(3)): a program in
 * between that copies all bytes would be measured too. Java has none of its own, and keeps the
 * numbers of its files to itself: the benchmarks are started with options that let this in. When
 * this process ends, so does the program.
 */
final class PseudoTerminal {
  private static final int LONGEST_NAME = 128;

  private final Process program;
  private final FileDescriptor terminal;

  private PseudoTerminal(Process program, FileDescriptor terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  /** Starts a program in a terminal of this size. */
  static PseudoTerminal start(int rows, int columns, String command) throws Exception {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment ours = arena.allocate(JAVA_INT);
      MemorySegment theirs = arena.allocate(JAVA_INT);
      MemorySegment name = arena.allocate(LONGEST_NAME);
      MemorySegment size =
          arena.allocateFrom(JAVA_SHORT, (short) rows, (short) columns, (short) 0, (short) 0);
      int failed = open(ours, theirs, name, size);
      if (failed != 0) {
        throw new IOException("openpty gave " + failed);
      }
      FileDescriptor other = descriptor(theirs.get(JAVA_INT, 0));
      try (FileOutputStream _ = new FileOutputStream(other)) {
        Process program = run(new File(name.getString(0)), command);
        return new PseudoTerminal(program, descriptor(ours.get(JAVA_INT, 0)));
      }
    }
  }

  @SuppressWarnings("restricted")
  private static int open(
      MemorySegment ours, MemorySegment theirs, MemorySegment name, MemorySegment size)
      throws Exception {
    Linker linker = Linker.nativeLinker();
    MemorySegment openpty = linker.defaultLookup().findOrThrow("openpty");
    FunctionDescriptor form =
        FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    try {
      return (int)
          linker
              .downcallHandle(openpty, form)
              .invokeExact(ours, theirs, name, MemorySegment.NULL, size);
    } catch (Throwable failed) {
      throw new IOException("openpty", failed);
    }
  }

  private static FileDescriptor descriptor(int number) throws ReflectiveOperationException {
    FileDescriptor made = new FileDescriptor();
    Field field = FileDescriptor.class.getDeclaredField("fd");
    field.setAccessible(true);
    field.setInt(made, number);
    return made;
  }

  private static Process run(File terminal, String command) throws IOException {
    // Who starts a benchmark with nohup has it ignore what ends the program with its terminal.
    List<String> whole = new ArrayList<>(List.of("env", "--default-signal=HUP", "setsid"));
    whole.addAll(List.of("--ctty", "--wait"));
    whole.addAll(List.of("sh", "-c", command));
    ProcessBuilder builder = new ProcessBuilder(whole);
    builder.environment().putAll(Map.of("TERM", "xterm-256color", "COLORTERM", "truecolor"));
    return builder.redirectInput(terminal).redirectOutput(terminal).redirectError(terminal).start();
  }

  Process program() {
    return program;
  }

  InputStream output() {
    return new FileInputStream(terminal);
  }

  OutputStream input() {
    return new FileOutputStream(terminal);
  }
}
