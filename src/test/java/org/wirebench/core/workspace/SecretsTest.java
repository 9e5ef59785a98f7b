package org.wirebench.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static Tree.Fields fields(String name, Tree value) {
    return Tree.Fields.NONE.with("host", "here").with(name, value);
  }

  private static Tree.Fields fields(String name, String value) {
    return fields(name, Tree.text(value));
  }

  @Test
  void aPasswordThatWasTypedOutIsLeftAway() {
    Tree.Fields typed = fields("tls", fields("identity", fields("password", "s3cret")));
    Tree.Fields left = Secrets.without(typed, "tls.identity.password");
    assertThat(left)
        .isEqualTo(fields("tls", fields("identity", Tree.Fields.NONE.with("host", "here"))));
  }

  @Test
  void aVariableSaysNothingAndStays() {
    assertThat(Secrets.without(fields("password", "{{pass}}"), "password"))
        .isEqualTo(fields("password", "{{pass}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cret", "abc{{pass}}", "{{a}}s3cret{{b}}", "{{key password}}"})
  void whatIsMoreThanAVariableIsLeftAway(String typed) {
    assertThat(Secrets.without(fields("password", typed), "password").get("password")).isEmpty();
  }

  @Test
  void whatIsNotThereOrOfAnotherFormStays() {
    Tree.Fields typed = fields("tls", "yes").with("identity", Tree.texts(java.util.List.of("a")));
    assertThat(Secrets.without(typed, "tls.identity.password")).isEqualTo(typed);
    assertThat(Secrets.without(typed, "identity.password")).isEqualTo(typed);
    assertThat(Secrets.without(typed, "other")).isEqualTo(typed);
  }

  @ParameterizedTest
  @CsvSource({
    "http://ann:s3cret@proxy:8080, http://ann@proxy:8080",
    "socks5://ann:s3:c@ret@[::1]:1080, socks5://ann@[::1]:1080",
    "ann:s3cret@proxy, ann@proxy",
    "http://:s3cret@proxy, http://@proxy",
    "http://ann:{{pass}}@proxy:8080, http://ann:{{pass}}@proxy:8080",
    "http://ann@proxy:8080, http://ann@proxy:8080",
    "http://proxy:8080, http://proxy:8080",
    "none, none",
  })
  void anAddressLosesItsPasswordAlone(String typed, String left) {
    assertThat(Secrets.withoutPassword(fields("proxy", typed), "proxy"))
        .isEqualTo(fields("proxy", left));
  }
}
