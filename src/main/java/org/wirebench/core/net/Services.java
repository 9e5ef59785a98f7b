package org.wirebench.core.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.core.text.Nearest;

/** Names of ports: the well-known ones, and those the system lists. */
final class Services {
  private static final Messages TEXT = Messages.of(Services.class);
  private static final Path SYSTEM_LIST = Path.of("/etc/services");
  private static final int MOST_LINES = 100_000;

  private static final Map<String, Integer> WELL_KNOWN =
      Map.ofEntries(
          Map.entry("echo", 7),
          Map.entry("discard", 9),
          Map.entry("daytime", 13),
          Map.entry("chargen", 19),
          Map.entry("ftp", 21),
          Map.entry("ssh", 22),
          Map.entry("sftp", 22),
          Map.entry("telnet", 23),
          Map.entry("smtp", 25),
          Map.entry("time", 37),
          Map.entry("whois", 43),
          Map.entry("dns", 53),
          Map.entry("domain", 53),
          Map.entry("http", 80),
          Map.entry("ws", 80),
          Map.entry("pop3", 110),
          Map.entry("ntp", 123),
          Map.entry("imap", 143),
          Map.entry("snmp", 161),
          Map.entry("ldap", 389),
          Map.entry("https", 443),
          Map.entry("wss", 443),
          Map.entry("smtps", 465),
          Map.entry("syslog", 514),
          Map.entry("submission", 587),
          Map.entry("ldaps", 636),
          Map.entry("ftps", 990),
          Map.entry("imaps", 993),
          Map.entry("pop3s", 995),
          Map.entry("socks", 1080),
          Map.entry("mqtt", 1883),
          Map.entry("mysql", 3306),
          Map.entry("rdp", 3389),
          Map.entry("postgresql", 5432),
          Map.entry("amqp", 5672),
          Map.entry("redis", 6379));

  private final Path list;

  private Services(Path list) {
    this.list = list;
  }

  /** The names this system knows. */
  static Services system() {
    return new Services(SYSTEM_LIST);
  }

  /** As {@link #system}, from another list, for tests. */
  static Services from(Path list) {
    return new Services(list);
  }

  /** The port of the service called {@code name}, in whatever case. */
  int port(String name) throws EndpointException {
    String wanted = name.toLowerCase(Locale.ROOT);
    Integer known = WELL_KNOWN.get(wanted);
    if (known != null) {
      return known;
    }
    Map<String, Integer> listed = read();
    known = listed.get(wanted);
    if (known != null) {
      return known;
    }
    Set<String> names = new HashSet<>(WELL_KNOWN.keySet());
    names.addAll(listed.keySet());
    String shown = Escapes.display(name);
    Optional<String> near =
        Nearest.to(wanted, WELL_KNOWN.keySet()).or(() -> Nearest.to(wanted, names));
    throw new EndpointException(
        near.map(one -> TEXT.get("endpoint.serviceNear", shown, one))
            .orElseGet(() -> TEXT.get("endpoint.service", shown)));
  }

  /** An unreadable list is as good as none: only fewer names are known. */
  private Map<String, Integer> read() {
    Map<String, Integer> ports = new HashMap<>();
    if (Files.isRegularFile(list)) {
      try (Stream<String> lines = Files.lines(list, StandardCharsets.ISO_8859_1)) {
        lines.limit(MOST_LINES).forEach(line -> add(line, ports));
      } catch (IOException unreadable) {
        return ports;
      }
    }
    return ports;
  }

  private static void add(String line, Map<String, Integer> ports) {
    int comment = line.indexOf('#');
    List<String> words =
        List.of((comment < 0 ? line : line.substring(0, comment)).strip().split("\\s+"));
    if (words.size() < 2 || !words.get(1).matches("[0-9]{1,5}/(tcp|udp)")) {
      return;
    }
    int port = Integer.parseInt(words.get(1).substring(0, words.get(1).indexOf('/')));
    if (port < 1 || port > Endpoint.LAST_PORT) {
      return;
    }
    for (int i = 0; i < words.size(); i++) {
      if (i != 1) {
        ports.putIfAbsent(words.get(i).toLowerCase(Locale.ROOT), port);
      }
    }
  }
}
