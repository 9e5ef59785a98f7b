package org.wirebench.core.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base64TextTest {
  @Test
  void whatIsWrittenIsReadAgain() throws ParseProblem {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(50)];
      random.nextBytes(bytes);
      assertThat(Base64Text.parse(Base64Text.of(bytes))).isEqualTo(bytes);
      assertThat(Base64Text.parse(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
          .isEqualTo(bytes);
      assertThat(
              Base64Text.parse(Base64.getMimeEncoder(8, new byte[] {'\n'}).encodeToString(bytes)))
          .isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'AAA*', 3",
    "'AA=A', 3",
    "'=', 0",
    "'AAAA=', 4",
    "'AAA==', 4",
    "'A', 1",
    "'AA=', 3",
    "'AB', 1",
    "'AA A A A', 8"
  })
  void theProblemSaysWhere(String text, int position) {
    assertThatThrownBy(() -> Base64Text.parse(text))
        .isInstanceOfSatisfying(
            ParseProblem.class, problem -> assertThat(problem.position()).isEqualTo(position));
  }
}
