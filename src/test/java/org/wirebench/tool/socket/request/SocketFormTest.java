package org.wirebench.tool.socket.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Tree;

class SocketFormTest {
  @TempDir private Path folder;

  private Tree.Fields typed(String fields) throws Exception {
    String indented = fields.indent(2);
    Path file = folder.resolve("entry.yaml");
    Files.writeString(file, "wirebench: 1\nname: n\ntool: socket\nrequest:\n" + indented);
    return EntryFiles.read(file).getFirst().request();
  }

  private SocketRequest bound(String fields) throws Exception {
    Bound<SocketRequest> bound = SocketForm.bind(typed(fields));
    assertThat(bound.found()).isEmpty();
    return ((Bound.Ok<SocketRequest>) bound).value();
  }

  @Test
  void theShortFormIsReadAsSteps() throws Exception {
    SocketRequest request =
        bound(
            """
            transport: tcp
            host: 127.0.0.1
            port: 7007
            send: ["hello\\n"]
            until: {text: "hello"}
            timeout: 2s
            """);
    assertThat(request).isInstanceOf(ClientRequest.class);
    assertThat(request.steps())
        .containsExactly(
            new Step.Send(Payload.text("hello\n")),
            new Step.Await(new Step.Until.Match(new BytePattern(BytePattern.Form.TEXT, "hello"))));
    assertThat(request.timeout()).contains(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{host: a.example, port: 1}",
        "{transport: unix, path: /tmp/s}",
        "{transport: tls, host: a, port: 2, tls: {trust: pinned, sha256: "
            + "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff, alpn: [h2]}}",
        "{transport: tls, host: a, port: 2, tls: {trust: authority, authority: ca.pem,"
            + " identity: {certificate: c.pem, key: k.pem, password: x}}}",
        "{transport: udp, host: ff02::1, port: 9, broadcast: true, interface: eth0, ttl: 4,"
            + " join: [239.1.2.3]}",
        "{host: a, port: 1, local: {address: 127.0.0.2, port: 99}, socket: {noDelay: false,"
            + " keepAlive: true, sendBuffer: 64KiB, receiveBuffer: 1MB}}",
        "{host: a, port: 1, proxy: 'socks5://u:p%40ss@proxy:1080'}",
        "{host: a, port: 1, proxy: none, timeout: 10s}",
        "{host: a, port: 1, charset: ISO-8859-1, lineEnding: crlf,"
            + " macros: [{name: Ping, send: {hex: 00 ff}, key: Ctrl+1}]}",
        "{host: a, port: 1, generate: {send: {hex: 00 ff}, every: 20us, count: 7, size: 4KiB}}",
        "{host: a, port: 1, generate: {send: x, rate: 3}}",
        "{host: a, port: 1, generate: {every: 5s}}",
        "{host: a, port: 1, steps: [{send: x}, {until: {bytes: 3}}, {pause: 10ms},"
            + " {send: {base64: AAE=}}, {halfClose: true}, {until: {end: true}}, {reset: true}]}",
        "{mode: server}",
        "{mode: server, transport: tls, port: 8443, identity: {certificate: s.p12}, maxClients: 3}",
        "{mode: server, behaviour: echo}",
        "{mode: server, behaviour: {greet: 'Hello from server!'}}",
        "{mode: server, behaviour: {script: [one, {hex: '02'}]}}",
        "{mode: server, behaviour: {rules: [{when: {regex: 'a(b)'}, reply: '${1}', delay: 5ms,"
            + " then: close}, {when: {hex: '0? ??'}}]}}",
      })
  void writingAndBindingGivesTheSame(String flow) throws Exception {
    SocketRequest request = bound(flow.substring(1, flow.length() - 1).isEmpty() ? "" : flow);
    Tree.Fields written = SocketForm.write(request);
    Bound<SocketRequest> again = SocketForm.bind(written);
    assertThat(again.found()).isEmpty();
    assertThat(((Bound.Ok<SocketRequest>) again).value()).isEqualTo(request);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{host: a, port: 70000} | request.port",
        "{host: a} | request.port",
        "{port: 1} | request.host",
        "{host: 'a b', port: 1} | request.host",
        "{host: a, port: 1, send: ['\\q']} | request.send[0]",
        "{host: a, port: 1, send: [{hex: 0}]} | request.send[0].hex",
        "{host: a, port: 1, until: {regex: '('}} | request.until.regex",
        "{host: a, port: 1, until: {regex: 'x*'}} | request.until.regex",
        "{host: a, port: 1, until: {text: ''}} | request.until.text",
        "{host: a, port: 1, tranport: tcp} | request.tranport",
        "{host: a, port: 1, charset: UTF-9} | request.charset",
        "{host: a, port: 1, charset: US-ASCII, send: [ä]} | request.send[0]",
        "{host: a, port: 1, proxy: 'ftp://x'} | request.proxy",
        "{host: a, port: 1, timeout: 0s} | request.timeout",
        "{transport: udp, host: a, port: 1, join: [10.0.0.1]} | request.join",
        "{host: a, port: 1, send: [x], steps: [{send: y}]} | request.steps",
        "{transport: tls, host: a, port: 1, tls: {trust: pinned, sha256: 00}} | request.tls.sha256",
        "{transport: tls, host: a, port: 1, tls: {trust: pinned}} | request.tls.sha256",
        "{transport: tls, host: a, port: 1, tls: {trust: authority}} | request.tls.authority",
        "{transport: tls, host: a, port: 1, tls: {minimum: tls-1-3, maximum: tls-1-2}} |"
            + " request.tls.minimum",
        "{transport: unix} | request.path",
        "{transport: unix, path: \"a\\0b\"} | request.path",
        "{host: a, port: 1, send: [{file: \"a\\0b\"}]} | request.send[0].file",
        "{host: a, port: 1, send: [{base64: '!!'}]} | request.send[0].base64",
        "{host: a, port: 1, send: [{base64: 'aGVs$bG8'}]} | request.send[0].base64",
        "{host: a, port: 1, until: {end: false}} | request.until.end",
        "{host: a, port: 1, steps: [{halfClose: false}]} | request.steps[0].halfClose",
        "{host: a, port: 1, steps: [{send: x}, {reset: 'no'}]} | request.steps[1].reset",
        "{transport: tls, host: a, port: 1, tls: {trust: authority, authority: \"a\\0b\"}} |"
            + " request.tls.authority",
        "{mode: server, transport: tls, identity: {certificate: \"a\\0b\"}} |"
            + " request.identity.certificate",
        "{mode: server, behaviour: ecoh} | request.behaviour",
        "{mode: server, behaviour: {rules: [{when: '', reply: x}]}} |"
            + " request.behaviour.rules[0].when",
        "{mode: server, behaviour: {rules: [{when: {hex: '0'}}]}} |"
            + " request.behaviour.rules[0].when.hex",
        "{mode: server, behaviour: {rules: [{when: x, reply: '${countr}'}]}} |"
            + " request.behaviour.rules[0].reply",
        "{mode: server, behaviour: {rules: [{when: {regex: 'a(b)'}, reply: '${2}'}]}} |"
            + " request.behaviour.rules[0].reply",
        "{mode: server, behaviour: {rules: [{when: ab, reply: '${1}'}]}} |"
            + " request.behaviour.rules[0].reply",
        "{mode: server, maxClients: 0} | request.maxClients",
        "{mode: server, host: 'a b'} | request.host",
        "{mode: server, transport: udp, host: 'a b'} | request.host",
        "{mode: server, transport: udp, join: [224.0.0.5, 'ff02::5']} | request.join",
        "{transport: tls, host: a, port: 1, tls: {serverName: 'a b'}} | request.tls.serverName",
        "{transport: tls, host: a, port: 1, tls: {alpn: ['']}} | request.tls.alpn",
        "{transport: tls, host: a, port: 1, tls: {alpn: ['h2☃']}} | request.tls.alpn",
        "{host: a, port: 1, generate: {send: {file: x}}} | request.generate.send",
        "{host: a, port: 1, generate: {send: '\\q'}} | request.generate.send",
        "{host: a, port: 1, charset: US-ASCII, generate: {send: ä}} | request.generate.send",
        "{host: a, port: 1, generate: {send: x, every: 1s, rate: 2}} | request.generate.rate",
        "{host: a, port: 1, generate: {every: 0s}} | request.generate.every",
        "{host: a, port: 1, generate: {rate: 0}} | request.generate.rate",
        "{host: a, port: 1, generate: {count: many}} | request.generate.count",
        "{host: a, port: 1, generate: {size: 17MiB}} | request.generate.size",
        "{transport: udp, host: a, port: 1, generate: {send: x, size: 64KiB}} |"
            + " request.generate.size",
      })
  void whatIsWrongIsSaidWhereItStands(String flow, String path) throws Exception {
    Bound<SocketRequest> bound = SocketForm.bind(typed(flow));
    assertThat(bound.found()).extracting(Problem::path).contains(path);
    assertThat(bound.found()).allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{host: a, port: 1, steps: [{halfClose: false}]} | can only be true",
        "{host: a, port: 1, send: [{base64: 'aGVs$bG8'}]} |"
            + " \"$\" is not a character of base64 (character 5)",
        "{transport: tls, host: a, port: 1, tls: {minimum: tls-1-3, maximum: tls-1-2}} |"
            + " The oldest version, TLS 1.3 (tls-1-3), is newer than the newest,"
            + " TLS 1.2 (tls-1-2)",
        "{transport: unix, path: \"a\\0b\"} | \"\\0\" cannot be in the path of a file (character"
            + " 2)",
      })
  void whatIsWrongIsSaidInWords(String flow, String message) throws Exception {
    Bound<SocketRequest> bound = SocketForm.bind(typed(flow));
    assertThat(bound.found()).extracting(Problem::message).containsExactly(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{host: a, port: 1, ttl: 256} | request.ttl: has no effect with transport: tcp",
        "{host: a, port: 1, maxClients: 0} | request.maxClients: has no effect with mode: client",
        "{transport: unix, path: s, port: 99999} | request.port: has no effect with transport:"
            + " unix",
        "{host: a, port: 1, tls: {trust: pinned}} | request.tls: has no effect with transport: tcp",
        "{mode: server, generate: {send: x}} | request.generate: has no effect with mode: server",
        "{mode: server, proxy: 'ftp://x'} | request.proxy: has no effect with mode: server",
      })
  void whatDoesNotBelongIsIgnoredAndTold(String flow, String told) throws Exception {
    assertThat(SocketForm.bind(typed(flow)).found()).isEmpty();
    assertThat(SocketForm.unused(typed(flow)))
        .extracting(problem -> problem.path() + ": " + problem.message())
        .containsExactly(told + ", and is ignored");
    assertThat(SocketForm.unused(typed(flow)))
        .allSatisfy(problem -> assertThat(problem.mark().isKnown()).isTrue());
  }

  @Test
  void whatBelongsIsNotTold() throws Exception {
    assertThat(SocketForm.unused(typed("{transport: udp, host: a, port: 1, ttl: 4}"))).isEmpty();
    assertThat(SocketForm.unused(typed("{transport: '{{t}}', host: a, port: 1, ttl: 4}")))
        .isEmpty();
  }

  @Test
  void passwordsAreLeftAwayAndVariablesStay() throws Exception {
    Tree.Fields typed =
        typed(
            "{transport: tls, host: a, port: 1, proxy: 'http://ann:s3cret@proxy:3128',"
                + " tls: {identity: {certificate: c.p12, password: s3cret}},"
                + " identity: {certificate: c.p12, password: '{{pass}}'}}");
    assertThat(SocketForm.withoutSecrets(typed).plain())
        .isEqualTo(
            typed(
                    "{transport: tls, host: a, port: 1, proxy: 'http://ann@proxy:3128',"
                        + " tls: {identity: {certificate: c.p12}},"
                        + " identity: {certificate: c.p12, password: '{{pass}}'}}")
                .plain());
  }

  @Test
  void base64MayHaveLineBreaks() throws Exception {
    SocketRequest request = bound("host: a\nport: 1\nsend: [{base64: \"aGVs\\nbG8=\\n\"}]\n");
    assertThat(((Step.Send) request.steps().getFirst()).payload().bytes(UTF_8))
        .isEqualTo("hello".getBytes(UTF_8));
  }
}
