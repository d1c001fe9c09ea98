package io.mysimbdp.local.endtoend.indoor;

import io.mysimbdp.local.endtoend.rows.RowShape;
import io.mysimbdp.local.endtoend.rows.Rows;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What sightings must come to when each is in time: computed from the file alone. */
public final class IndoorOracle {
  private final List<Sighting> sightings;
  private final Silver silver;
  private final Gold gold;

  private IndoorOracle(Customer customer, List<Sighting> sightings) {
    long close = sightings.stream().mapToLong(Sighting::at).max().orElseThrow() + 1;
    List<Stay> stays = Stay.of(sightings, close);
    this.sightings = sightings;
    this.silver = new Silver(customer, sightings, stays);
    this.gold = new Gold(stays);
  }

  /** For a file that begins with a header; the order of its lines does not matter. */
  public static IndoorOracle of(Customer customer, Path file) {
    return new IndoorOracle(customer, Sighting.read(file));
  }

  /** For lines without a header. */
  static IndoorOracle of(Customer customer, String... lines) {
    return new IndoorOracle(customer, List.of(lines).stream().map(Sighting::parse).toList());
  }

  public List<Sighting> sightings() {
    return sightings;
  }

  /** Silver rows by analytic. */
  public Map<RowShape, Rows> silver() {
    return Map.of(
        Indoor.ACTIVITY, silver.activity(),
        Indoor.OCCUPANCY, silver.occupancy(),
        Indoor.ARRIVALS, silver.arrivals(),
        Indoor.STAYS, silver.stays());
  }

  /** Alerts by analytic, without their ids. */
  public Map<RowShape, Rows> alerts() {
    return Map.of(Indoor.OCCUPANCY, silver.overFull(), Indoor.ARRIVALS, silver.watched());
  }

  /** Gold rows by table. */
  public Map<RowShape, Rows> gold() {
    return Map.of(
        Indoor.VISITS, gold.visits(),
        Indoor.POPULARITY, gold.popularity(),
        Indoor.HOURLY, gold.hourly(),
        Indoor.DWELL, gold.dwell(),
        Indoor.LIKELY, gold.likely());
  }
}
