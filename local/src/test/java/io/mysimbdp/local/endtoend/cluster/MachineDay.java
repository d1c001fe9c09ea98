package io.mysimbdp.local.endtoend.cluster;

/** What a machine's minutes of one day add up to. */
final class MachineDay {
  private final Summary cpu = new Summary();
  private final Summary memory = new Summary();
  private long events;
  private long evictions;

  void add(MachineMinute minute) {
    cpu.add(minute.cpu().sum());
    memory.add(minute.memory().sum());
    events += minute.events();
    evictions += minute.evictions();
  }

  /** Over the minutes' totals. */
  Summary cpu() {
    return cpu;
  }

  /** Over the minutes' totals. */
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
