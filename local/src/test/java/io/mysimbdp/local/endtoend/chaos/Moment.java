package io.mysimbdp.local.endtoend.chaos;

import java.util.Optional;

/** Something short that happens now and then, at which a fault is aimed. Used by one thread. */
interface Moment extends AutoCloseable {
  /** What is waited for, as in "no … within 9 minutes". */
  String name();

  /** Looks once, for a moment at most; says what it sees if it is now. */
  Optional<Sight> now();

  /**
   * Whether what was seen last was not over yet.
   *
   * @param instant when the fault was done, milliseconds since the epoch; it is before this call
   * @return empty if it was not over, or what had happened already
   * @throws RuntimeException if nobody can say so far; then it is called again
   */
  Optional<String> overBefore(long instant);

  @Override
  void close();
}
