package org.wirebench.tool.http.curl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An option of curl.
 *
 * @param name the long one, without its dashes
 * @param letter the short one; a blank for none
 * @param takesValue whether a word follows
 * @param use what is done with it
 */
record CurlOption(String name, char letter, boolean takesValue, Use use) {
  /** What is done with an option. */
  enum Use {
    /** It becomes a part of the request. */
    TAKEN,
    /** It is about what curl shows and keeps: nothing is lost. */
    IDLE,
    /** The user is told that it is left out. */
    TOLD
  }

  /** Each is a name, perhaps {@code /} and a letter, and perhaps {@code =} where a word follows. */
  private static final Map<Use, String> ALL =
      Map.of(
          Use.TAKEN,
          """
          aws-sigv4= basic cacert= cert/E= cert-type= compressed connect-timeout= cookie/b= data/d=
          data-ascii= data-binary= data-raw= data-urlencode= digest form/F= form-string= get/G globoff/g head/I
          header/H= http1.1 http2 http2-prior-knowledge insecure/k ipv4/4 ipv6/6 json= key= location/L
          location-trusted max-redirs= max-time/m= noproxy= oauth2-bearer= pass= post301 post302
          proxy/x= proxy-user/U= range/r= referer/e= request/X= socks5= socks5-hostname= speed-time/y=
          tls-max= tlsv1/1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 upload-file/T= url= url-query= user/u=
          user-agent/A=
          """,
          Use.IDLE,
          """
          alpn create-dirs disable/q fail/f fail-early fail-with-body include/i keepalive
          keepalive-time= libcurl= no-buffer/N buffer no-clobber output/o= output-dir= parallel/Z
          parallel-immediate parallel-max= path-as-is progress-bar/# progress-meter proxytunnel/p
          proxy-basic remote-header-name/J remote-name/O remote-name-all remote-time/R retry=
          retry-all-errors retry-connrefused retry-delay= retry-max-time= show-error/S show-headers
          silent/s speed-limit/Y= stderr= styled-output suppress-connect-headers tcp-nodelay trace=
          trace-ascii= trace-ids trace-time verbose/v write-out/w= xattr
          """,
          Use.TOLD,
          """
          abstract-unix-socket= alt-svc= anyauth capath= cert-status ciphers= config/K= connect-to=
          continue-at/C= cookie-jar/c= crlfile= curves= delegation= doh-url= dump-header/D=
          engine= etag-compare= etag-save= expect100-timeout= false-start form-escape
          haproxy-protocol happy-eyeballs-timeout-ms= hsts= http0.9 http1.0/0 http3 http3-only
          ignore-content-length interface= junk-session-cookies/j key-type= limit-rate= local-port=
          max-filesize= negotiate netrc/n netrc-file= netrc-optional next/: ntlm pinnedpubkey= post303
          preproxy= proto= proto-default= proto-redir= proxy-anyauth proxy-cacert= proxy-cert=
          proxy-digest proxy-header= proxy-http2 proxy-insecure proxy-key= proxy-negotiate proxy-ntlm
          rate= raw request-target= resolve= sasl-ir service-name= socks4= socks4a= ssl sslv2/2
          sslv3/3 tcp-fastopen time-cond/z= tls13-ciphers= tr-encoding unix-socket= variable=
          """);

  private static final Map<String, CurlOption> BY_NAME = byName();

  private static Map<String, CurlOption> byName() {
    Map<String, CurlOption> options = new LinkedHashMap<>();
    ALL.forEach(
        (use, names) -> {
          for (String each : names.strip().split("\\s+")) {
            boolean takesValue = each.endsWith("=");
            String bare = takesValue ? each.substring(0, each.length() - 1) : each;
            int slash = bare.indexOf('/');
            String name = slash < 0 ? bare : bare.substring(0, slash);
            char letter = slash < 0 ? ' ' : bare.charAt(slash + 1);
            options.put(name, new CurlOption(name, letter, takesValue, use));
          }
        });
    return Map.copyOf(options);
  }

  /** The option of this long name, which may be cut where no other begins like it. */
  static Optional<CurlOption> named(String name) {
    CurlOption exact = BY_NAME.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    List<CurlOption> begun = new ArrayList<>(BY_NAME.values());
    begun.removeIf(option -> !option.name.startsWith(name));
    return begun.size() == 1 ? Optional.of(begun.getFirst()) : Optional.empty();
  }

  /** The option of this letter. */
  static Optional<CurlOption> lettered(char letter) {
    return BY_NAME.values().stream()
        .filter(option -> option.letter == letter && letter != ' ')
        .findFirst();
  }

  /** All long names, with their dashes. */
  static List<String> names() {
    return BY_NAME.keySet().stream().map(name -> "--" + name).toList();
  }
}
