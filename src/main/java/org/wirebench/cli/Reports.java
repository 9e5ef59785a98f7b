package org.wirebench.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.AtomicFiles;

/** Reports of a run for other programs. */
final class Reports {
  private static final Messages TEXT = Messages.of(Reports.class);

  private Reports() {}

  /**
   * Writes a JUnit report, as build servers read it: a suite for each file.
   *
   * @return a sentence that says why it could not be written; empty when it was
   */
  static Optional<String> junit(Path to, List<Ran> all) {
    try {
      return save(to, junit(all));
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Writes a JSON report: one document with a list of runs.
   *
   * @return a sentence that says why it could not be written; empty when it was
   */
  static Optional<String> json(Path to, List<Ran> all) {
    return save(to, Json.write(document(all)));
  }

  /**
   * Looks whether a report can be written, and leaves nothing but the folder that it needs.
   *
   * @return a sentence that says why not; empty when it can
   */
  static Optional<String> obstacle(Path to) {
    if (SavedFiles.isNamedSo(to) && Files.exists(to)) {
      // A shell makes this of "--junit *.yaml".
      return Optional.of(unwritable(to, TEXT.get("report.request")));
    }
    return attempt(
        to,
        () -> {
          if (!isDevice(to)) {
            AtomicFiles.probe(to);
          } else if (!Files.isWritable(to)) {
            throw new AccessDeniedException(to.toString());
          }
        });
  }

  /** A report can be made again, so unlike a file of the user's it keeps no previous version. */
  private static Optional<String> save(Path to, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return attempt(
        to,
        () -> {
          if (isDevice(to)) {
            Files.write(to, bytes);
          } else {
            AtomicFiles.replace(to, bytes);
          }
        });
  }

  /** Whether it is a pipe or a terminal, such as /dev/stdout. */
  private static boolean isDevice(Path to) {
    return Files.exists(to) && !Files.isRegularFile(to) && !Files.isDirectory(to);
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static Optional<String> attempt(Path to, Writing writing) {
    try {
      if (Files.isDirectory(to)) {
        return Optional.of(unwritable(to, TEXT.get("report.folder")));
      }
      writing.run();
      return Optional.empty();
    } catch (IOException failed) {
      return Optional.of(unwritable(to, reason(failed)));
    }
  }

  private static String unwritable(Path to, String reason) {
    return TEXT.get("report.unwritable", SavedFiles.shown(to), reason);
  }

  private static String reason(IOException failed) {
    return switch (failed) {
      case FileAlreadyExistsException _ -> TEXT.get("report.inTheWay");
      case AccessDeniedException _ -> TEXT.get("report.denied");
      case NoSuchFileException _ -> TEXT.get("report.noPlace");
      case FileSystemException known when known.getReason() != null ->
          Escapes.display(String.valueOf(known.getReason()));
      default -> Escapes.display(failed.toString());
    };
  }

  private static Map<String, Object> document(List<Ran> all) {
    List<Map<String, Object>> runs = new ArrayList<>();
    for (Ran ran : all) {
      Map<String, Object> run = new LinkedHashMap<>();
      run.put("file", ran.file().toString());
      run.put("line", ran.entry().mark().line());
      run.put("name", ran.entry().name());
      run.put("tool", ran.entry().tool());
      run.put("state", ran.state().name().toLowerCase(Locale.ROOT));
      run.put("started", ran.started().toString());
      run.put("milliseconds", ran.time().toNanos() / 1e6);
      if (!ran.kind().isEmpty()) {
        run.put("kind", ran.kind());
        run.put("problems", ran.sentences());
      }
      runs.add(run);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("held", all.stream().allMatch(ran -> ran.state() == Ran.State.HELD));
    document.put("runs", runs);
    return document;
  }

  private static String junit(List<Ran> all) throws XMLStreamException {
    StringWriter text = new StringWriter();
    XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    counts(xml, all);
    SequencedMap<Path, List<Ran>> suites = new LinkedHashMap<>();
    all.forEach(ran -> suites.computeIfAbsent(ran.file(), file -> new ArrayList<>()).add(ran));
    for (Map.Entry<Path, List<Ran>> suite : suites.entrySet()) {
      suite(xml, suite.getKey(), suite.getValue());
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
    return text + "\n";
  }

  private static void suite(XMLStreamWriter xml, Path file, List<Ran> runs)
      throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    attribute(xml, "name", file.toString());
    counts(xml, runs);
    // Schemas of build servers know it here alone, not at the root.
    attribute(xml, "skipped", count(runs, Ran.State.STOPPED));
    attribute(
        xml,
        "timestamp",
        runs.getFirst().started().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""));
    for (Ran ran : runs) {
      test(xml, ran);
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static void counts(XMLStreamWriter xml, List<Ran> runs) throws XMLStreamException {
    attribute(xml, "tests", Integer.toString(runs.size()));
    attribute(xml, "failures", count(runs, Ran.State.FAILED));
    attribute(xml, "errors", count(runs, Ran.State.BROKEN));
    attribute(
        xml, "time", seconds(runs.stream().map(Ran::time).reduce(Duration.ZERO, Duration::plus)));
  }

  private static String count(List<Ran> runs, Ran.State state) {
    return Long.toString(runs.stream().filter(ran -> ran.state() == state).count());
  }

  private static void test(XMLStreamWriter xml, Ran ran) throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    attribute(xml, "name", ran.entry().name());
    attribute(xml, "classname", ran.file().toString().replaceFirst("\\.ya?ml$", ""));
    attribute(xml, "time", seconds(ran.time()));
    if (ran.state() != Ran.State.HELD) {
      xml.writeCharacters("\n      ");
      xml.writeStartElement(
          switch (ran.state()) {
            case FAILED -> "failure";
            case BROKEN -> "error";
            case STOPPED, HELD -> "skipped";
          });
      attribute(xml, "message", ran.sentences().getFirst());
      if (ran.state() != Ran.State.STOPPED) {
        attribute(xml, "type", ran.kind());
        xml.writeCharacters(clean(String.join("\n", ran.sentences())));
      }
      xml.writeEndElement();
      xml.writeCharacters("\n    ");
    }
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, clean(value));
  }

  /** XML has no way at all to hold control characters and lone surrogates. */
  private static String clean(String text) {
    StringBuilder lines = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      lines.append(lines.isEmpty() ? "" : "\n").append(Escapes.display(line));
    }
    return lines.toString();
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
  }
}
