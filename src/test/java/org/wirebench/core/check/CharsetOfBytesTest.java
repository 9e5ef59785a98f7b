package org.wirebench.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Text is looked for in bytes as it stands in the middle of them. */
class CharsetOfBytesTest {
  private static boolean holds(Relation relation, byte[] bytes, Charset charset) throws Exception {
    return new Clause(relation, "ello").holds(Value.bytes(bytes, charset));
  }

  @Test
  void aByteOrderMarkIsNotLookedFor() throws Exception {
    byte[] hello = "hello".getBytes(StandardCharsets.UTF_16BE);
    assertThat(holds(Relation.CONTAINS, hello, StandardCharsets.UTF_16)).isTrue();
    byte[] ello = "ello".getBytes(StandardCharsets.UTF_16BE);
    assertThat(holds(Relation.IS, ello, StandardCharsets.UTF_16)).isTrue();
    assertThat(holds(Relation.STARTS_WITH, ello, StandardCharsets.UTF_16)).isTrue();
  }

  @Test
  void bytesOfACharsetThatIsOnlyReadHoldNoText() throws Exception {
    Charset onlyRead = Charset.forName("x-JISAutoDetect");
    assertThat(onlyRead.canEncode()).isFalse();
    assertThat(holds(Relation.CONTAINS, new byte[10], onlyRead)).isFalse();
  }
}
