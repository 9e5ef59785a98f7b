package org.wirebench.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.Jobs;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.lab.LabServer;
import org.wirebench.core.text.Messages;
import org.wirebench.core.text.Nearest;
import org.wirebench.core.tool.Tool;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code lab}: starts embedded servers and lets them run until it is stopped. */
final class LabCommand implements Command {
  private static final Messages TEXT = Messages.of(LabCommand.class);
  private static final Set<Lab.State> SETTLED =
      Set.of(Lab.State.RUNNING, Lab.State.FAILED, Lab.State.STOPPED);

  private final List<LabServer> servers;
  private final Jobs jobs;
  private final Console console;
  private final Stop stop;
  private final CommandSpec spec;

  LabCommand(List<? extends Tool<?, ?>> tools, Jobs jobs, Console console, Stop stop) {
    this.servers = tools.stream().flatMap(tool -> tool.lab().stream()).toList();
    this.jobs = jobs;
    this.console = console;
    this.stop = stop;
    this.spec =
        CommandSpec.create()
            .name("lab")
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("SERVER")
                    .arity("0..*")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .description(TEXT.get("lab.servers", String.join(", ", ids())))
                    .build())
            .addOption(Options.flag("--json", TEXT.get("lab.json")));
    spec.usageMessage().description(TEXT.get("lab.about"));
  }

  private List<String> ids() {
    return servers.stream().map(LabServer::id).toList();
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int call() throws WrongUseException, InterruptedException {
    List<LabServer> chosen = chosen();
    if (chosen.isEmpty()) {
      throw new WrongUseException(TEXT.get("lab.empty"));
    }
    CountDownLatch starting = new CountDownLatch(chosen.size());
    Set<String> settled = ConcurrentHashMap.newKeySet();
    try (Lab lab = new Lab(jobs, chosen)) {
      lab.addListener(
          status -> {
            if (SETTLED.contains(status.state()) && settled.add(status.server().id())) {
              starting.countDown();
            }
          });
      lab.startAll();
      starting.await();
      List<Lab.Status> all = lab.status();
      show(all);
      if (all.stream().noneMatch(status -> status.state() == Lab.State.RUNNING)) {
        return ExitCode.FAILED;
      }
      stop.await();
    }
    for (Job<?> job : jobs.running()) {
      var _ = job.await();
    }
    return ExitCode.OK;
  }

  private List<LabServer> chosen() throws WrongUseException {
    List<String> names = Options.positional(spec);
    List<String> wrong = new ArrayList<>();
    for (String name : names) {
      if (!ids().contains(name)) {
        String shown = Escapes.display(name);
        wrong.add(
            Nearest.to(name, ids())
                .map(near -> TEXT.get("lab.near", shown, near))
                .orElseGet(() -> TEXT.get("lab.unknown", shown, String.join(", ", ids()))));
      }
    }
    if (!wrong.isEmpty()) {
      throw new WrongUseException(wrong);
    }
    return names.isEmpty()
        ? servers
        : servers.stream().filter(server -> names.contains(server.id())).toList();
  }

  private void show(List<Lab.Status> all) {
    for (Lab.Status status : all) {
      status
          .failure()
          .ifPresent(
              failure ->
                  console.complain(
                      TEXT.get("lab.failed", status.server().title(), failure.cause())));
    }
    if (Options.isSet(spec, "--json")) {
      List<Map<String, Object>> running = new ArrayList<>();
      all.forEach(status -> status.address().ifPresent(at -> running.add(json(status, at))));
      console.out().print(Json.write(Map.of("servers", running)));
      console.out().flush();
      return;
    }
    int width = all.stream().mapToInt(status -> status.server().id().length()).max().orElse(0);
    for (Lab.Status status : all) {
      String id = status.server().id();
      status
          .address()
          .ifPresent(
              address ->
                  console.line(
                      TEXT.get(
                          "lab.line",
                          id + " ".repeat(width - id.length()),
                          address,
                          status.server().title())));
    }
  }

  private static Map<String, Object> json(Lab.Status status, String address) {
    Map<String, Object> server = new LinkedHashMap<>();
    server.put("id", status.server().id());
    server.put("tool", status.server().tool());
    server.put("title", status.server().title());
    server.put("address", address);
    return server;
  }
}
