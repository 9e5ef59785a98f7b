package org.wirebench.cli;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code tour}: takes a picture of every screen. */
final class TourCommand implements Command {
  private static final Messages TEXT = Messages.of(TourCommand.class);
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{2,3})x([1-9][0-9]{2,3})");

  private final Tour tour;
  private final Console console;
  private final Stop stop;
  private final CommandSpec spec;

  TourCommand(Tour tour, Console console, Stop stop) {
    this.tour = tour;
    this.console = console;
    this.stop = stop;
    this.spec =
        CommandSpec.create()
            .name("tour")
            .addOption(
                OptionSpec.builder("--out")
                    .required(true)
                    .type(Path.class)
                    .paramLabel("DIR")
                    .description(TEXT.get("tour.out"))
                    .build())
            .addOption(
                OptionSpec.builder("--size")
                    .type(String.class)
                    .paramLabel("WIDTHxHEIGHT")
                    .defaultValue("1280x800")
                    .description(TEXT.get("tour.size"))
                    .build());
    spec.usageMessage().description(TEXT.get("tour.about"));
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int call() throws Exception {
    String size = Options.<String>value(spec, "--size").orElseThrow();
    Matcher parts = SIZE.matcher(size);
    if (!parts.matches()) {
      throw new WrongUseException(TEXT.get("tour.size.wrong", Escapes.display(size)));
    }
    stop.interruptCaller();
    tour.write(
        Options.<Path>value(spec, "--out").orElseThrow(),
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        console::line);
    return ExitCode.OK;
  }
}
