package io.mysimbdp.local.endtoend.indoor;

import io.mysimbdp.local.endtoend.rows.RowShape;
import java.util.List;

/** The columns of the tables that rest-home and office have. */
public final class Indoor {
  public static final RowShape ACTIVITY =
      RowShape.of(
          "person_activity",
          3,
          "part_id:TEXT",
          "window_start:TIME",
          "window_end:TIME",
          "events:LONG",
          "rooms_visited:LONG");

  public static final RowShape OCCUPANCY =
      RowShape.of(
          "room_occupancy",
          2,
          "place:TEXT",
          "event_time:TIME",
          "occupants:LONG",
          "arrived:LONG",
          "departed:LONG",
          "room_limit:LONG",
          "over_full:BOOLEAN");

  public static final RowShape ARRIVALS =
      RowShape.of(
          "room_arrivals",
          2,
          "part_id:TEXT",
          "event_time:TIME",
          "place:TEXT",
          "came_from:TEXT",
          "watched:BOOLEAN");

  public static final RowShape STAYS =
      RowShape.of(
          "room_stays",
          2,
          "part_id:TEXT",
          "arrived:TIME",
          "departed:TIME",
          "place:TEXT",
          "seconds:LONG",
          "events:LONG",
          "open:BOOLEAN");

  public static final RowShape VISITS =
      gold(
          "room_visits",
          2,
          "part_id:TEXT",
          "place:TEXT",
          "visits:LONG",
          "events:LONG",
          "seconds:LONG");

  public static final RowShape POPULARITY =
      gold(
          "room_popularity",
          1,
          "place:TEXT",
          "visits:LONG",
          "events:LONG",
          "people:LONG",
          "seconds:LONG",
          "rank:LONG",
          "ranked:LONG",
          "share:DOUBLE",
          "most_used:BOOLEAN",
          "least_used:BOOLEAN");

  public static final RowShape HOURLY =
      gold("hourly_usage", 2, "place:TEXT", "hour:LONG", "visits:LONG", "seconds:LONG");

  public static final RowShape DWELL =
      gold(
          "room_dwell",
          2,
          "part_id:TEXT",
          "place:TEXT",
          "seconds:LONG",
          "rank:LONG",
          "ranked:LONG",
          "share:DOUBLE");

  public static final RowShape LIKELY =
      gold(
          "likely_room",
          4,
          "part_id:TEXT",
          "weekday:LONG",
          "hour:LONG",
          "place:TEXT",
          "seconds:LONG",
          "rank:LONG",
          "ranked:LONG",
          "share:DOUBLE");

  /** The silver analytics, in the order of the definition. */
  public static final List<RowShape> SILVER = List.of(ACTIVITY, OCCUPANCY, ARRIVALS, STAYS);

  /** The gold tables, in the order of the definition. */
  public static final List<RowShape> GOLD = List.of(VISITS, POPULARITY, HOURLY, DWELL, LIKELY);

  private Indoor() {}

  private static RowShape gold(String name, int group, String... columns) {
    String[] all = new String[columns.length + 3];
    all[0] = "period:TEXT";
    all[1] = "period_start:TIME";
    all[2] = "period_end:TIME";
    System.arraycopy(columns, 0, all, 3, columns.length);
    return RowShape.of(name, 3 + group, all);
  }
}
