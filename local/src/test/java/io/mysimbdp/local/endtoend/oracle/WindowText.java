package io.mysimbdp.local.endtoend.oracle;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Windows as late records name them. */
final class WindowText {
  private WindowText() {}

  /** Earliest first, {@code start/end} each. */
  static String of(List<Window> windows) {
    return windows.stream()
        .map(w -> Instant.ofEpochMilli(w.start()) + "/" + Instant.ofEpochMilli(w.end()))
        .collect(Collectors.joining(","));
  }
}
