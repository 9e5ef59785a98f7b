package org.wirebench.tool.http.curl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.workspace.Bound;
import org.wirebench.tool.http.request.HttpForm;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.request.UrlException;
import org.wirebench.tool.http.service.RequestBody;

/** Findings of the review of session 8 about curl. */
class ReviewCurlTest {
  private static String sent(String command) throws Exception {
    CurlCommand.Parsed parsed = CurlCommand.parse(command);
    Bound<HttpRequest> bound = HttpForm.bind(parsed.request());
    assertThat(bound.found()).isEmpty();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RequestBody.of(((Bound.Ok<HttpRequest>) bound).value().body()).writeTo(out);
    return out.toString(UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name=caf%E9", "a=100%", "a=b%zz"})
  void aFormIsSentAsItWasGiven(String data) throws Exception {
    assertThat(sent("curl http://h/ -d '" + data + "'")).isEqualTo(data);
  }

  @Test
  void whereErrorsGoIsNoAddress() {
    CurlCommand.Parsed parsed = CurlCommand.parse("curl -s http://h/ 2>/dev/null");
    assertThat(parsed.notes()).isEmpty();
  }

  @Test
  void aVariableWithAnAmpersandBreaksNothing() throws Exception {
    assertThat(CurlCommand.parse("curl http://h/ -d 'a={{x&y}}'").request()).isNotNull();
  }

  @Test
  void halfACharacterBreaksNothing() {
    assertThat(CurlCommand.parse("curl http://h/ -d $'\\ud83d\\udczz'").request()).isNotNull();
  }

  @Test
  void mailIsNoWeb() {
    assertThatThrownBy(() -> HttpUrl.parse("mailto:me@example.com"))
        .isInstanceOf(UrlException.class);
  }
}
