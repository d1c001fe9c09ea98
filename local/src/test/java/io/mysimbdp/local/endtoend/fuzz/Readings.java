package io.mysimbdp.local.endtoend.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Readings of vm-cpu over five hours, now and then late. */
public final class Readings implements Template {
  public static final String FROM = "2019-01-01T00:00:00Z";
  public static final String CLOSE = "2019-01-01T05:00:00Z";

  private static final int SECONDS = 5 * 60 * 60;
  private static final int MACHINES = 30;

  @Override
  public String watched() {
    return "vm_id";
  }

  @Override
  public List<String> texts() {
    return List.of("vm_id");
  }

  @Override
  public List<String> numbers() {
    return List.of("timestamp", "min_cpu", "max_cpu", "avg_cpu");
  }

  @Override
  public Map<String, String> record(long number, long count, Random random) {
    long now = number * SECONDS / count;
    long behind = random.nextInt(50) == 0 ? random.nextInt(1200) : random.nextInt(20);
    Map<String, String> record = new LinkedHashMap<>();
    record.put("timestamp", Long.toString(Math.max(0, now - behind)));
    record.put("vm_id", "\"vm-" + random.nextInt(MACHINES) + '"');
    record.put("min_cpu", Double.toString(random.nextDouble()));
    record.put("max_cpu", Double.toString(100 * random.nextDouble()));
    record.put("avg_cpu", Double.toString(50 * random.nextDouble()));
    return record;
  }
}
