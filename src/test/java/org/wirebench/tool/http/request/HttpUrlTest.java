package org.wirebench.tool.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "example.org | http://example.org/",
        "HTTP://Example.org:80/a b | http://Example.org/a%20b",
        "https://example.org:443?x=1 | https://example.org/?x=1",
        "https://example.org:8443/p#part | https://example.org:8443/p",
        "http://[::1]:8080/ü?q=ä%20%C3%A4&r=50% |"
            + " http://[::1]:8080/%C3%BC?q=%C3%A4%20%C3%A4&r=50%25",
        "http://bücher.example/ | http://xn--bcher-kva.example/",
        "http://u:p@host/x | http://host/x",
        "localhost:7000/get?url=http://a/b | http://localhost:7000/get?url=http://a/b",
        "http://host/a;b=c/../d | http://host/a;b=c/../d",
        "http://host? | http://host/?",
        "localhost:8080/x | http://localhost:8080/x",
        "user:password@host/ | http://host/",
        "mail:to@host/ | http://host/",
        "host:443 | http://host:443/",
        "data:8080/x?y | http://data:8080/x?y",
      })
  void whatPeopleTypeIsAnAddress(String typed, String url) throws Exception {
    assertThat(HttpUrl.parse(typed)).hasToString(url);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | Type an address",
        "ftp://host/ | ftp is not http or https",
        "mailto:me@example.com | mailto is not http or https",
        "JavaScript:alert(1) | JavaScript is not http or https",
        "'data:text/html,<p>' | data is not http or https",
        "data:80text | data is not http or https",
        "file:/etc/hosts | file is not http or https",
        "file:///etc/hosts | file is not http or https",
        "about:blank | about is not http or https",
        "http:///path | The host is missing",
        "http://host:99999/ | 99999",
        "http://ho st/ | ho st",
        "'http://a/\nb' | one line",
      })
  void whatIsNoneSaysWhy(String typed, String why) {
    assertThatThrownBy(() -> HttpUrl.parse(typed))
        .isInstanceOf(UrlException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/other | http://host/other",
        "next?x=1 | http://host/a/next?x=1",
        "../up | http://host/up",
        "?only | http://host/a/b?only",
        "//else/where | http://else/where",
        "https://safe.example:444/x | https://safe.example:444/x",
        "/with blank/ü | http://host/with%20blank/%C3%BC",
        "'' | http://host/a/b?q=1",
      })
  void aRedirectIsResolved(String location, String url) throws Exception {
    HttpUrl here = HttpUrl.parse("http://host/a/b?q=1");
    assertThat(here.resolve(location)).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://host/",
        "http://",
        "/a\u0000b",
        "http://a:b:c/",
        "javascript:alert(1)",
        "http:x"
      })
  void aRedirectToNowhereSaysSo(String location) throws Exception {
    HttpUrl here = HttpUrl.parse("http://host/");
    assertThatThrownBy(() -> here.resolve(location)).isInstanceOf(UrlException.class);
  }

  @Test
  void theLoginIsFoundAndDecoded() throws Exception {
    assertThat(HttpUrl.userInfo("http://me:p%40ss@host/")).contains("me:p@ss");
    assertThat(HttpUrl.userInfo("http://host/?a@b")).isEmpty();
  }

  @Test
  void theUsualPortIsLeftOut() throws Exception {
    assertThat(HttpUrl.parse("http://a:443/").authority()).isEqualTo("a:443");
    assertThat(HttpUrl.parse("https://a:443/").authority()).isEqualTo("a");
    assertThat(HttpUrl.parse("https://[::1]/").authority()).isEqualTo("[::1]");
  }
}
