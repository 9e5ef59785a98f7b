package org.wirebench.core.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A class of Java on its way to a text: fields, a main method of blocks, other methods. */
public final class JavaProgram {
  private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w+\\b");
  private static final Map<String, String> HOMES = homes();

  private final Program main = new Program();
  private final StringBuilder fields = new StringBuilder();
  private final Map<String, String> methods = new LinkedHashMap<>();

  private static Map<String, String> homes() {
    Map<String, List<String>> names =
        Map.of(
            "java.io",
            List.of(
                "File",
                "FileInputStream",
                "IOException",
                "InputStream",
                "OutputStream",
                "UncheckedIOException"),
            "java.net",
            List.of(
                "Authenticator",
                "DatagramPacket",
                "DatagramSocket",
                "Inet4Address",
                "Inet6Address",
                "InetAddress",
                "InetSocketAddress",
                "NetworkInterface",
                "PasswordAuthentication",
                "PortUnreachableException",
                "Proxy",
                "ProxySelector",
                "ServerSocket",
                "Socket",
                "SocketAddress",
                "SocketTimeoutException",
                "StandardProtocolFamily",
                "StandardSocketOptions",
                "URI",
                "URLEncoder",
                "UnixDomainSocketAddress",
                "http.HttpClient",
                "http.HttpRequest",
                "http.HttpResponse"),
            "java.nio",
            List.of(
                "ByteBuffer",
                "channels.Channels",
                "channels.ServerSocketChannel",
                "channels.SocketChannel",
                "charset.StandardCharsets",
                "file.Files",
                "file.Path",
                "file.attribute.BasicFileAttributes"),
            "java.security",
            List.of(
                "KeyStore",
                "MessageDigest",
                "NoSuchAlgorithmException",
                "cert.Certificate",
                "cert.CertificateException",
                "cert.CertificateFactory",
                "cert.X509Certificate"),
            "java.time",
            List.of("Duration", "Instant", "ZonedDateTime", "format.DateTimeFormatter"),
            "java.util",
            List.of(
                "ArrayList",
                "Base64",
                "HashMap",
                "HexFormat",
                "List",
                "Locale",
                "Map",
                "UUID",
                "concurrent.Executors",
                "concurrent.ScheduledExecutorService",
                "concurrent.Semaphore",
                "concurrent.ThreadLocalRandom",
                "concurrent.TimeUnit",
                "concurrent.atomic.AtomicInteger",
                "regex.MatchResult",
                "regex.Matcher",
                "regex.Pattern"),
            "javax.net.ssl",
            List.of(
                "KeyManager",
                "KeyManagerFactory",
                "SNIHostName",
                "SSLContext",
                "SSLEngine",
                "SSLParameters",
                "SSLServerSocket",
                "SSLSocket",
                "TrustManager",
                "TrustManagerFactory",
                "X509ExtendedTrustManager",
                "X509TrustManager"));
    Map<String, String> homes = new LinkedHashMap<>();
    names.forEach(
        (home, all) ->
            all.forEach(
                one -> homes.put(one.substring(one.lastIndexOf('.') + 1), home + "." + one)));
    return Map.copyOf(homes);
  }

  /** The head of the program, and what its main method does. */
  public Program main() {
    return main;
  }

  /** Adds fields. */
  public JavaProgram field(String lines) {
    fields.append(lines);
    return this;
  }

  /** Adds a method, once. */
  public JavaProgram method(String lines) {
    methods.putIfAbsent(lines, lines);
    return this;
  }

  /** The whole program, from the piece {@code class}. */
  public String write(Snippets pieces) {
    StringBuilder others = new StringBuilder();
    methods.values().forEach(method -> others.append('\n').append(method));
    String text =
        pieces.get(
            "class",
            "fields",
            fields.toString(),
            "main",
            main.body(),
            "methods",
            others.toString());
    StringBuilder program = new StringBuilder(JavaCode.comment(main.head())).append('\n');
    TreeSet<String> imports = new TreeSet<>();
    Matcher names = NAME.matcher(text);
    while (names.find()) {
      String home = HOMES.get(names.group());
      if (home != null) {
        imports.add(home);
      }
    }
    imports.forEach(one -> program.append("import ").append(one).append(";\n"));
    return program.append('\n').append(text).toString();
  }
}
