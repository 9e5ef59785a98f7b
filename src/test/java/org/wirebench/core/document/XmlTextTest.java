package org.wirebench.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlTextTest {
  @Test
  void theFirstFaultHasItsLine() {
    assertThat(XmlText.fault("<a><b/></a>")).isEmpty();
    assertThat(XmlText.fault("<a>\n<b>\n</a>")).get().extracting(TextFault::line).isEqualTo(3);
  }

  @Test
  void entitiesOfOthersAreNotRead() {
    assertThat(XmlText.fault("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>")).isPresent();
  }

  @Test
  void itIsSetOut() {
    assertThat(XmlText.setOut("<a> <b>x</b><c d='1'/> </a>"))
        .hasValue("<a>\n  <b>x</b>\n  <c d=\"1\"/>\n</a>");
    assertThat(XmlText.setOut("<a>mixed <b>x</b></a>")).isEmpty();
    assertThat(XmlText.setOut("<a>")).isEmpty();
  }
}
