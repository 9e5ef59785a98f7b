package org.wirebench.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.wirebench.core.net.ExternalLinks;
import org.wirebench.core.text.Messages;

/**
 * The browser that the user has chosen. It is asked for by the system's own command, since the host
 * services of JavaFX keep it to themselves when there is none.
 */
public final class SystemBrowser {
  private static final Messages TEXT = Messages.of(SystemBrowser.class);

  /** How long the command is watched: one that fails does so at once. */
  private static final long PATIENCE_SECONDS = 2;

  private final List<String> command;

  /**
   * @param command opens the address that is its last argument
   */
  SystemBrowser(List<String> command) {
    this.command = List.copyOf(command);
  }

  /** Of this system. */
  public static SystemBrowser ofSystem() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return new SystemBrowser(List.of("rundll32", "url.dll,FileProtocolHandler"));
    }
    return new SystemBrowser(List.of(system.startsWith("mac") ? "open" : "xdg-open"));
  }

  /**
   * Opens a page of the web, or a file or a mailbox with the program for that; waits two seconds at
   * most.
   *
   * @throws IOException when that is not possible, or it is {@linkplain ExternalLinks another kind}
   *     of address
   */
  public void open(String url) throws IOException {
    if (!ExternalLinks.isKnown(url)) {
      throw new IOException(TEXT.get("browser.address"));
    }
    List<String> whole = new ArrayList<>(command);
    whole.add(url);
    Process process;
    try {
      process =
          new ProcessBuilder(whole)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException missing) {
      throw new IOException(TEXT.get("browser.command", command.getFirst()), missing);
    }
    try {
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() != 0) {
        throw new IOException(TEXT.get("browser.failed", command.getFirst(), process.exitValue()));
      }
    } catch (InterruptedException stopped) {
      // Whoever is waited for stops at the next step.
      Thread.currentThread().interrupt();
    }
  }
}
