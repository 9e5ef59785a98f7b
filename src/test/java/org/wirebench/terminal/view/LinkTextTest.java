package org.wirebench.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which part of a text is an address. */
class LinkTextTest {
  /** The address that has the char after the bar, which is taken out of the text. */
  private static String found(String marked) {
    int index = marked.indexOf('|');
    String text = marked.replace("|", "");
    Overlay.Range range = LinkText.at(text, index);
    return text.substring(range.from(), range.to());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "see h|ttp://x.test now; http://x.test",
        "see HTTPS://x.tes|t.; HTTPS://x.test",
        "(http://x.te|st/a); http://x.test/a",
        "http://x.test/a_(|b); http://x.test/a_(b)",
        "(http://x.test/a_(|b).); http://x.test/a_(b)",
        "[one](http://a.te|st)[two](http://b.test); http://a.test",
        "[one](http://a.test)[two](http://b|.test); http://b.test",
        "http://[::|1]:80/x; http://[::1]:80/x",
        "\"http://x.|test/\"; http://x.test/",
        "<http://x.|test/>; http://x.test/",
        "http://x.|test/?a=b&c=%20#d,; http://x.test/?a=b&c=%20#d",
        "http://x.|test/ä/字!; http://x.test/ä/字",
        "│http://x|.test│; http://x.test",
        "mailto:a|@x.test.; mailto:a@x.test",
        "mailto:a@x.test,b@y.t|est?subject=x; mailto:a@x.test,b@y.test?subject=x",
        "mailto:mailto:a@x.t|est; mailto:mailto:a@x.test",
        "git+sftp://x|.test:22/; sftp://x.test:22/",
        "https://web.test/https://o|ther.test/; https://web.test/https://other.test/",
      })
  void anAddressEndsWhereTheTextGoesOn(String marked, String address) {
    assertThat(found(marked)).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "s|ee http://x.test",
        "see http://x.test |now",
        "http://x.test|.",
        "xhttp://|x.test",
        "http|://",
        "http:|//...",
        "http|://)x",
        "file:///e|tc/passwd",
        "javascript:a|lert(1)",
        "mailto:n|obody",
        "mailto:@|x",
        "mailto:a|@.",
        "mailto:a)b|@x.test",
      })
  void nothingElseIsOne(String marked) {
    assertThat(found(marked)).isEmpty();
  }

  @Test
  void whatIsTooLongIsNoneWhereverItIsLookedAt() {
    String text = "http://".repeat(150_000);
    for (int index = 0; index < text.length(); index += 9_999) {
      assertThat(LinkText.at(text, index).isEmpty()).isTrue();
    }
    String longest = "http://" + "x".repeat(LinkText.LONGEST - 7);
    assertThat(LinkText.at(longest, 5)).isEqualTo(new Overlay.Range(0, LinkText.LONGEST));
    assertThat(LinkText.at(longest, LinkText.LONGEST - 1).isEmpty()).isFalse();
    assertThat(LinkText.at(longest + "x", 5).isEmpty()).isTrue();
  }
}
