package io.mysimbdp.local.endtoend.cluster;

/** What a machine's events of one minute add up to. */
final class MachineMinute {
  private static final long EVICT = 2;

  private final Summary cpu = new Summary();
  private final Summary memory = new Summary();
  private long events;
  private long evictions;

  /** Takes in an event; null where it requests nothing. */
  void add(long eventType, Double cpuRequest, Double memoryRequest) {
    cpu.add(cpuRequest);
    memory.add(memoryRequest);
    events++;
    evictions += eventType == EVICT ? 1 : 0;
  }

  Summary cpu() {
    return cpu;
  }

  Summary memory() {
    return memory;
  }

  long events() {
    return events;
  }

  long evictions() {
    return evictions;
  }
}
