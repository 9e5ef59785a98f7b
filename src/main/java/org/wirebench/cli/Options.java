package org.wirebench.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Variables;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options that several commands have, and the values of options. */
final class Options {
  private static final Messages TEXT = Messages.of(Options.class);

  static final String SET = "--set";

  private Options() {}

  static OptionSpec file(String name, String about) {
    return OptionSpec.builder(name).type(Path.class).paramLabel("FILE").description(about).build();
  }

  static OptionSpec flag(String name, String about) {
    return OptionSpec.builder(name).type(boolean.class).description(about).build();
  }

  /** {@code --set name=value}, any number of times. */
  static OptionSpec variables() {
    return variables(TEXT.get("option.set"));
  }

  static OptionSpec variables(String about) {
    return OptionSpec.builder(SET)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("NAME=VALUE")
        .description(about)
        .build();
  }

  static <T> Optional<T> value(CommandSpec spec, String name) {
    @Nullable T value = spec.findOption(name).getValue();
    return Optional.ofNullable(value);
  }

  static boolean isSet(CommandSpec spec, String name) {
    return Options.<Boolean>value(spec, name).orElse(false);
  }

  static <T> List<T> positional(CommandSpec spec) {
    @Nullable List<T> values = spec.positionalParameters().getFirst().getValue();
    return values == null ? List.of() : values;
  }

  /** What is set, which wins over what is {@code known} anyway. */
  static Variables variables(CommandSpec spec, Variables known) throws WrongUseException {
    Map<String, String> values = new LinkedHashMap<>();
    for (String set : Options.<List<String>>value(spec, SET).orElse(List.of())) {
      int equals = set.indexOf('=');
      String name = equals < 0 ? set : set.substring(0, equals);
      if (equals < 0 || !Variables.isName(name)) {
        throw new WrongUseException(TEXT.get("option.set.wrong", Escapes.display(set)));
      }
      values.put(name, set.substring(equals + 1));
    }
    return known.with(new Variables(values));
  }
}
