package org.wirebench.tool.socket.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.code.Target;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.tool.socket.request.SocketRequest;

class WritersTest {
  private static final Path BASE = Path.of(System.getProperty("wirebench.basedir", ""));

  @TempDir private Path output;

  private static String write(Target target, SocketRequest request) {
    return SocketWriters.all(() -> NetDefaults.BUILT_IN).stream()
        .filter(writer -> writer.target() == target)
        .findFirst()
        .orElseThrow()
        .write(request);
  }

  private static String write(Target target, String yaml) {
    return write(target, Requests.of(yaml));
  }

  @Test
  void thereIsOneWriterForEachTarget() {
    assertThat(SocketWriters.all(() -> NetDefaults.BUILT_IN))
        .extracting(writer -> writer.target())
        .containsExactly(Target.PYTHON, Target.JAVA, Target.SHELL);
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA", "SHELL"})
  void whatARequestLeavesOpenIsWrittenAsTheSettingsHaveIt(Target target) {
    NetDefaults defaults =
        new NetDefaults(
            new ProxySettings.HttpConnect(new Endpoint("proxy.example", 3128), "", ""),
            Duration.ofSeconds(1),
            Duration.ofSeconds(77),
            Optional.empty());
    CodeWriter<SocketRequest> writer =
        SocketWriters.all(() -> defaults).stream()
            .filter(one -> one.target() == target)
            .findFirst()
            .orElseThrow();
    assertThat(writer.write(Requests.of("host: server.example\nport: 7\n")))
        .contains("proxy.example", "77");
    assertThat(writer.write(Requests.of("host: localhost\nport: 7\n")))
        .doesNotContain("proxy.example");
    assertThat(
            writer.write(Requests.of("host: server.example\nport: 7\nproxy: none\ntimeout: 3s\n")))
        .doesNotContain("proxy.example", "77");
    assertThat(writer.write(Requests.of("transport: udp\nhost: server.example\nport: 7\n")))
        .doesNotContain("proxy");
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA", "SHELL"})
  void everyRequestHasATidyProgram(Target target) {
    for (String yaml : Samples.typed().toList()) {
      assertThat(write(target, yaml))
          .as(yaml)
          .startsWith(target == Target.JAVA ? "// " : "# ")
          .endsWith("\n")
          .doesNotEndWith("\n\n")
          .doesNotContain("\n\n\n\n", " \n")
          .doesNotContainPattern("[^\n -~]")
          .doesNotContainPattern("\\{\\{\\w+}}");
    }
  }

  /** A program of Java on its way to the compiler; each is called Client or Server. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(int number, String text) {
      super(URI.create("string:///p" + number + "/Program.java"), Kind.SOURCE);
      this.text = "package p" + number + ";\n" + text.replace("public class", "class");
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  @Test
  void everyProgramOfJavaCompilesForJdk21() throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    Samples.all()
        .map(request -> write(Target.JAVA, request))
        .forEach(text -> sources.add(new Source(sources.size(), text)));
    assertThat(sources).hasSizeGreaterThan(200);
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    StringWriter complaints = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = List.of("--release", "21", "-proc:none", "-d", output.toString());
      boolean well = compiler.getTask(complaints, files, null, options, null, sources).call();
      assertThat(complaints.toString()).isEmpty();
      assertThat(well).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Python,python-client.txt", "Python,python-server.txt", "Python,python-multicast.txt",
    "Java,java-client.txt", "Java,java-server.txt", "Shell,shell.txt"
  })
  void everyPieceIsUsed(String family, String resource) throws IOException {
    Set<String> unused = new TreeSet<>(Snippets.of(PythonWriter.class, resource).names());
    try (Stream<Path> files =
        Files.list(BASE.resolve("src/main/java/org/wirebench/tool/socket/code"))) {
      String sources =
          files
              .filter(file -> String.valueOf(file.getFileName()).matches(family + ".*|Socat.*"))
              .map(WritersTest::read)
              .collect(Collectors.joining());
      unused.removeIf(name -> sources.contains('"' + name + '"'));
    }
    // It is asked for by what all tools share.
    unused.remove("class");
    assertThat(unused).isEmpty();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Test
  void aClientOfPythonReadsLikeATutorial() {
    assertThat(
            write(
                Target.PYTHON,
                """
                transport: tcp
                host: 127.0.0.1
                port: 7007
                send: "hello\\\\n"
                until: {text: hello}
                timeout: 2s
                """))
        .isEqualTo(
            """
            # A TCP client: it talks to 127.0.0.1, port 7007.
            # Run it with: python3 client.py

            import socket
            import sys
            import time

            HOST = "127.0.0.1"
            PORT = 7007
            TIMEOUT = 2  # seconds

            # Connect.
            sock = socket.create_connection((HOST, PORT), timeout=TIMEOUT)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            print("connected to", sock.getpeername())

            # From now on everything has to be done before this moment.
            deadline = time.monotonic() + TIMEOUT


            def receive():
                \"""Waits for the next bytes of the server; b"" means that it has ended.\"""
                sock.settimeout(max(deadline - time.monotonic(), 0.001))
                try:
                    data = sock.recv(65536)
                except ConnectionResetError:
                    print("the server has reset the connection")
                    return b""
                except socket.timeout:
                    sys.exit("the answer did not come in time")
                if data:
                    print("received", data)
                else:
                    print("the server has ended the connection")
                return data


            # What has come and was not waited for yet.
            inbox = b""

            sock.sendall(b"hello\\n")

            # Wait until this text has come.
            wanted = b"hello"
            while wanted not in inbox:
                data = receive()
                if not data:
                    sys.exit("the connection ended before the answer came")
                inbox += data
            inbox = inbox[inbox.index(wanted) + len(wanted):]

            sock.close()
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "transport: tcp, host: h, port: 7, send: a, timeout: 2s" + "~printf 'a' | timeout 2 nc h 7",
        "transport: udp, host: \"::1\", port: 7, send: a, family: ipv6, timeout: 1500ms"
            + "~printf 'a' | timeout 1.5 nc -u -6 ::1 7",
        "transport: unix, path: /tmp/s, steps: [{halfClose: true}], timeout: 2s"
            + "~timeout 2 nc -N -U /tmp/s </dev/null",
        "mode: server, transport: tcp, port: 7, behaviour: echo"
            + "~socat 'TCP6-LISTEN:7,ipv6only=0,fork,reuseaddr,nodelay' EXEC:cat",
        "mode: server, transport: udp, host: 127.0.0.1, port: 7, behaviour: nothing"
            + "~socat -u 'UDP4-RECV:7,bind=127.0.0.1' -"
      })
  void commandsAreShort(String flow, String command) {
    String yaml = flow.replaceAll(", (?=[a-zA-Z]+:(?![^\\[]*]))", "\n");
    String program = write(Target.SHELL, yaml);
    assertThat(program.lines().filter(line -> !line.isEmpty() && !line.startsWith("#")))
        .containsExactly(command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PYTHON| cannot end one direction"
            + "|transport: tls\nhost: h\nport: 7\nsteps: [{halfClose: true}]",
        "PYTHON|PEM files alone"
            + "|transport: tls\nhost: h\nport: 7\ntls: {identity: {certificate: c.p12}}",
        "PYTHON|does not understand all of this regular expression"
            + "|transport: tcp\nhost: h\nport: 7\nuntil: {regex: \"\\\\p{L}\"}",
        "JAVA|PKCS#12 files"
            + "|transport: tls\nhost: h\nport: 7\ntls: {identity: {certificate: c, key: k}}",
        "JAVA|The steps of a headless run" + "|mode: server\ntransport: tcp\nport: 7\nsend: a",
        "SHELL|knows no SOCKS proxy" + "|transport: tls\nhost: h\nport: 7\nproxy: socks5://p:1",
        "SHELL|cannot answer by rules"
            + "|mode: server\ntransport: tcp\nport: 7\nbehaviour: {rules: [{when: a}]}",
        "SHELL|does not look at answers"
            + "|transport: tcp\nhost: h\nport: 7\nsteps: [{until: {bytes: 1}}, {send: a}]",
        "SHELL|cannot be given a fingerprint"
            + "|transport: tls\nhost: h\nport: 7\ntls: {trust: pinned, sha256: PIN}",
        "SHELL|believes anybody" + "|transport: tls\nhost: h\nport: 7\ntls: {trust: none}"
      })
  void whatATargetCannotDoIsSaidAtItsHead(String line) {
    String[] parts = line.replace("PIN", "0".repeat(64)).split("\\|", 3);
    String program = write(Target.valueOf(parts[0]), parts[2]);
    String head = program.substring(0, program.indexOf("\n\n"));
    assertThat(head).contains(parts[1]);
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA", "SHELL"})
  void passwordsAreNotWrittenDown(Target target) {
    String secret = "S3cr3t";
    String program =
        write(
            target,
            """
            transport: tls
            host: h
            port: 7
            proxy: http://me:S3cr3t@p:1
            tls: {identity: {certificate: c.pem, key: c.key, password: S3cr3t}}
            """);
    assertThat(program).doesNotContain(secret).contains("KEY_PASSWORD", "PROXY_PASSWORD");
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA", "SHELL"})
  void aNameCannotBreakOutOfItsComment(Target target) {
    String program = write(target, "transport: unix\npath: \"/tmp/a\\nimport os\\u2028b\"\n");
    String sign = target == Target.JAVA ? "//" : "#";
    assertThat(program.lines().takeWhile(line -> !line.isEmpty()))
        .hasSizeGreaterThan(1)
        .allMatch(line -> line.startsWith(sign));
    assertThat(program.lines().dropWhile(line -> !line.isEmpty()))
        .noneMatch(line -> target != Target.SHELL && line.startsWith("import os"));
  }
}
