package io.mysimbdp.emulator;

import io.mysimbdp.platform.definition.Tenant;
import java.io.IOException;

/** Makes the feed that the options ask for. */
final class Feeds {
  private Feeds() {}

  static Feed of(Tenant tenant, EmulatorOptions options, ProgressTicker ticker)
      throws EmulationException, IOException {
    if (options.source() instanceof Source.Replayed replayed) {
      return ReplayFeed.of(tenant, replayed, options, ticker);
    }
    return new SyntheticFeed(tenant, ((Source.Synthetic) options.source()).data(), options);
  }
}
