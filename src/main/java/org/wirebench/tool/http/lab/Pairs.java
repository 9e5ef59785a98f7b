package org.wirebench.tool.http.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirebench.tool.http.request.NameValue;
import org.wirebench.tool.http.request.Percent;

/** The names and values of a query or a form (URL standard), in their order. */
record Pairs(List<NameValue> all) {
  Pairs {
    all = List.copyOf(all);
  }

  /** Those of an encoded text. */
  static Pairs parse(@Nullable String text) {
    List<NameValue> pairs = new ArrayList<>();
    for (String pair : text == null ? new String[0] : text.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!pair.isEmpty()) {
        pairs.add(new NameValue(Percent.decodeQuery(name), Percent.decodeQuery(value)));
      }
    }
    return new Pairs(pairs);
  }

  /** The first value of {@code name}. */
  Optional<String> first(String name) {
    return all.stream().filter(pair -> pair.name().equals(name)).map(NameValue::value).findFirst();
  }

  /** The first value of {@code name}, or an empty text. */
  String text(String name) {
    return first(name).orElse("");
  }

  /** For JSON: a name stands for its value, or for the list of its values. */
  Map<String, Object> tree() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    all.forEach(
        pair -> values.computeIfAbsent(pair.name(), _ -> new ArrayList<>()).add(pair.value()));
    Map<String, Object> tree = new LinkedHashMap<>();
    values.forEach((name, list) -> tree.put(name, list.size() == 1 ? list.getFirst() : list));
    return tree;
  }
}
