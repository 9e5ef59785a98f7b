package org.wirebench.core.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wirebench.core.job.JobClock;
import org.wirebench.testkit.TestStores;

/** A wire log with little room, which is in a folder of its own. */
final class TestLog implements AfterEachCallback {
  private final TestStores stores = new TestStores();
  private final WireLog log =
      new WireLog(new WireLog.Limits(1 << 20, 4 << 20), stores.stores(), JobClock.system());

  WireLog log() {
    return log;
  }

  TestStores stores() {
    return stores;
  }

  WireTap tap(String label) {
    InetSocketAddress remote = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7007);
    return log.open("socket", label, Carrier.TCP, null, remote, true);
  }

  List<WireEvent> all() throws IOException {
    List<WireEvent> events = new ArrayList<>();
    log.forEach(0, Long.MAX_VALUE, events::add);
    return events;
  }

  long diskUsed() throws IOException {
    try (Stream<Path> files = Files.list(stores.stores().folder())) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  static void number(byte[] payload, int number) {
    ByteBuffer.wrap(payload).putInt(number);
  }

  static int number(WireEvent event) {
    return ByteBuffer.wrap(event.payload()).getInt();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    log.close();
    stores.close();
  }
}
