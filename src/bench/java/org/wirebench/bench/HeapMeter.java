package org.wirebench.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Objects;

/** How much heap is in use once what nobody needs is gone. */
final class HeapMeter {
  private final List<MemoryPoolMXBean> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .toList();

  HeapMeter() {
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** The most that was in use since this was made, garbage and all, in bytes. */
  long peak() {
    return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  /** What is in use after a full collection, in bytes. */
  static long collected() {
    System.gc();
    return Objects.requireNonNull(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage())
        .getUsed();
  }
}
