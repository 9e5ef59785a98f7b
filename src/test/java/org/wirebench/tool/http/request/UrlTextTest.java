package org.wirebench.tool.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://host/",
        "http://host/?",
        "{{base}}/a?b={{c}}&d#e?f&g",
        "host?a&b=&=c&&d=e=f",
        "http://host/a?x=%zz&y=+",
      })
  void takingApartLosesNothing(String typed) {
    assertThat(UrlText.of(typed)).hasToString(typed);
    assertThat(UrlText.of(typed).withParameters(UrlText.of(typed).parameters()).query())
        .isEqualTo(UrlText.of(typed).query());
  }

  @Test
  void parametersAreDecoded() {
    assertThat(UrlText.of("h?a=1%202&b=x+y&c").parameters())
        .containsExactly(
            new NameValue("a", "1 2"), new NameValue("b", "x y"), new NameValue("c", ""));
  }

  @Test
  void anEditedParameterIsEncodedAndTheOthersStayAsTheyWere() {
    UrlText url = UrlText.of("http://h/p?a=%41&b=2#f");
    assertThat(url.withParameters(List.of(new NameValue("a", "A"), new NameValue("b", "3&4"))))
        .hasToString("http://h/p?a=%41&b=3%264#f");
    assertThat(url.withParameters(List.of())).hasToString("http://h/p#f");
  }

  @Test
  void variablesInParametersStay() {
    assertThat(UrlText.of("h").withParameters(List.of(new NameValue("q", "{{a b}} c&"))))
        .hasToString("h?q={{a b}}%20c%26");
  }

  @Test
  void theVariablesOfThePathAreFilledIn() {
    UrlText url = UrlText.of("http://host:80/users/:id/:what?x=:id");
    assertThat(url.variables()).containsExactly("id", "what");
    assertThat(url.filled(Map.of("id", "a/b", "what", "")))
        .isEqualTo("http://host:80/users/a%2Fb/:what?x=:id");
  }

  @Test
  void aPortIsNoVariable() {
    assertThat(UrlText.of("localhost:80/a:b").variables()).isEmpty();
    assertThat(UrlText.of("http://:name/a").variables()).isEmpty();
  }
}
