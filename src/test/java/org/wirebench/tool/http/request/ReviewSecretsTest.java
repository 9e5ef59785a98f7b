package org.wirebench.tool.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.workspace.EntryFiles;

/** ARCHITECTURE: secrets never reach YAML, history, logs, exports or the wire log. */
class ReviewSecretsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "headers: ['Authorization: Bearer s3cret']",
        "headers: ['X-Api-Key: s3cret']",
        "headers: ['Cookie: session=s3cret']",
        "params: [{name: access_token, value: s3cret}]",
        "body: {form: [{name: password, value: s3cret}]}",
      })
  void whatTheWireLogHidesIsNotKeptEither(String field) throws Exception {
    String file =
        "wirebench: 1\nname: n\ntool: http\nrequest:\n  url: http://h/\n  " + field + "\n";
    var typed =
        EntryFiles.parse(Path.of("x.yaml"), file.getBytes(StandardCharsets.UTF_8))
            .getFirst()
            .request();
    assertThat(HttpForm.withoutSecrets(typed).toString()).doesNotContain("s3cret");
  }
}
