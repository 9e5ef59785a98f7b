package org.wirebench.tool.socket.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.tool.socket.request.BytePattern.Found;

class BytePatternRegexTest {
  private static final int ROUNDS = 2_000;

  private final Random random = new Random(7);

  @Test
  void aHexPatternAndItsRegularExpressionFindTheSame() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder typed = new StringBuilder();
      for (int i = 0; i <= random.nextInt(3); i++) {
        typed.append(digit()).append(digit()).append(' ');
      }
      assertSame(new BytePattern(BytePattern.Form.HEX, typed.toString().strip()));
    }
  }

  private char digit() {
    return random.nextInt(3) == 0 ? '?' : Character.forDigit(random.nextInt(16), 16);
  }

  @Test
  void aTextAndItsRegularExpressionFindTheSame() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      byte[] wanted = new byte[1 + random.nextInt(2)];
      random.nextBytes(wanted);
      assertSame(new BytePattern(BytePattern.Form.TEXT, Escapes.encode(wanted, UTF_8)));
    }
  }

  private void assertSame(BytePattern pattern) throws Exception {
    byte[] bytes = new byte[300];
    random.nextBytes(bytes);
    Optional<Found> found = pattern.finder(UTF_8).find(bytes, bytes.length);
    Matcher matcher =
        Pattern.compile(pattern.regex(UTF_8), Pattern.DOTALL)
            .matcher(new String(bytes, ISO_8859_1));
    boolean matches = matcher.find();
    assertThat(matches).as(pattern.toString()).isEqualTo(found.isPresent());
    if (matches) {
      assertThat(matcher.start()).as(pattern.toString()).isEqualTo(found.get().start());
      assertThat(matcher.end()).as(pattern.toString()).isEqualTo(found.get().end());
    }
  }
}
