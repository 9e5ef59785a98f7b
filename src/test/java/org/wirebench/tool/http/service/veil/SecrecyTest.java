package org.wirebench.tool.http.service.veil;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecrecyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Authorization | Basic dTpw | Basic ****",
        "authorization | Digest username=\"u\", response=\"1\" | Digest ************* ************",
        "Proxy-Authorization | dTpwAAAA | ********",
        "Authorization | secret word | ****** ****",
        "Cookie | a=1; b=two=2; three; c= | a=*; b=*****; *****; c=",
        "Set-Cookie | a=1; Path=/; Expires=Thu, 1 Jan | a=*; Path=/; Expires=Thu, 1 Jan",
        "Set-Cookie | one; Secure | ***; Secure",
        "X-API-Key | k e y | * * *",
        "Location | /a?x=1&access%5Ftoken=abc&y=#id_token=1 |"
            + " /a?x=1&access%5Ftoken=***&y=#id_token=*",
        "Referer | https://me:pw@host/a?Token=1 | https://me:**@host/a?Token=*",
        "Location | /callback?code=abc&state=xyz | /callback?code=***&state=xyz",
        "Location | /offer?code=abc&pwd=xyz | /offer?code=abc&pwd=***",
        "Location | /a?x=1;token=abc&y=2 | /a?x=1;token=***&y=2",
        ":path | /a?x=1;y=2;pwd=a;b#z | /a?x=1;y=2;pwd=***#z",
        "Location | /callback;v=1?code=abc;state=xyz | /callback;v=1?code=*************",
        "X-Auth-Key | abc | ***",
        ":path | /token=1?a=b | /token=1?a=b",
        "X-Other | Basic dTpw | Basic dTpw",
      })
  void whatIsSecretBecomesStars(String name, String value, String hidden) {
    assertThat(Secrecy.USUAL.header(name, value)).isEqualTo(hidden).hasSameSizeAs(value);
  }
}
