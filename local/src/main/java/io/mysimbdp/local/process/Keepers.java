package io.mysimbdp.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** The keepers of one owner's programs, by name. Thread-safe. */
public final class Keepers {
  private final Map<String, Keeper> byName = new ConcurrentHashMap<>();
  private final BooleanSupplier closing;

  /**
   * @param closing whether nothing is to be started any more
   */
  public Keepers(BooleanSupplier closing) {
    this.closing = closing;
  }

  /** Whether a program of this name is kept running. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /**
   * Starts a program and keeps it running from then on.
   *
   * @throws IOException if it cannot be started; then it is not kept, so that it may be tried again
   */
  public void start(Keeper keeper) throws IOException {
    // Before the look at closing: whoever closes either is seen here, or finds the keeper there.
    byName.put(keeper.name(), keeper);
    if (closing.getAsBoolean()) {
      return;
    }
    boolean started = false;
    try {
      keeper.start();
      started = true;
    } finally {
      if (!started) {
        byName.remove(keeper.name(), keeper);
        // Else it would start again what nobody knows of any more.
        keeper.stop(Duration.ZERO);
      }
    }
  }

  /** Takes out a keeper, if there is one of this name; what becomes of its program is up to it. */
  public Optional<Keeper> remove(String name) {
    return Optional.ofNullable(byName.remove(name));
  }

  /** All of them, as they are now. */
  public Collection<Keeper> all() {
    return Collections.unmodifiableCollection(byName.values());
  }
}
