package io.mysimbdp.emulator.order;

import java.time.Duration;

/**
 * Records that arrive late.
 *
 * @param share of the records, from 0 to 1
 * @param atMost how much event time may pass before such a record is sent
 */
public record Delays(double share, Duration atMost) {
  public static final Delays NONE = new Delays(0, Duration.ZERO);

  public Delays {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("the share of delayed records is 0 to 1, not " + share);
    }
    if (atMost.isNegative() || (share > 0 && atMost.toMillis() == 0)) {
      throw new IllegalArgumentException("records are delayed by more than 0, not by " + atMost);
    }
  }
}
