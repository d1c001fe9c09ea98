package io.mysimbdp.local.endtoend.indoor;

import io.mysimbdp.local.endtoend.rows.Row;
import io.mysimbdp.local.endtoend.rows.Rows;
import java.util.List;
import java.util.Map;

/** The gold rows, each table straight from the stays. */
final class Gold {
  private final List<Part> days;
  private final List<Part> hours;

  Gold(List<Stay> stays) {
    days = stays.stream().flatMap(stay -> Part.days(stay).stream()).toList();
    hours = stays.stream().flatMap(stay -> Part.hours(stay).stream()).toList();
  }

  Rows visits() {
    return Rows.of(Group.days(days, Gold::personAndPlace).entrySet().stream().map(Gold::visit));
  }

  private static Row visit(Map.Entry<Group, Totals> row) {
    Totals totals = row.getValue();
    return Indoor.VISITS.row(
        row.getKey().values(totals.visits(), totals.events(), totals.seconds()));
  }

  Rows popularity() {
    Map<Group, Totals> rooms = Group.days(days, part -> List.of(part.stay().place()));
    return Rows.of(Ranked.by(Totals::visits, 0, rooms).stream().map(Gold::popularity));
  }

  private static Row popularity(Ranked row) {
    Totals totals = row.totals();
    return Indoor.POPULARITY.row(
        row.group()
            .values(
                totals.visits(),
                totals.events(),
                totals.people(),
                totals.seconds(),
                row.rank(),
                row.ranked(),
                row.share(),
                row.rank() == 1 && row.share() != null,
                row.rank() == row.ranked() && row.share() != null));
  }

  Rows hourly() {
    Map<Group, Totals> usage =
        Group.daysAndMonths(hours, part -> List.of(part.stay().place(), part.hour()));
    return Rows.of(
        usage.entrySet().stream()
            .map(
                row ->
                    Indoor.HOURLY.row(
                        row.getKey().values(row.getValue().visits(), row.getValue().seconds()))));
  }

  Rows dwell() {
    Map<Group, Totals> time = Group.daysAndMonths(days, Gold::personAndPlace);
    return Rows.of(
        Ranked.by(Totals::seconds, 1, time).stream().map(row -> Indoor.DWELL.row(bySeconds(row))));
  }

  Rows likely() {
    Map<Group, Totals> time =
        Group.months(
            hours,
            part ->
                List.of(part.stay().person(), part.weekday(), part.hour(), part.stay().place()));
    return Rows.of(
        Ranked.by(Totals::seconds, 3, time).stream()
            .filter(row -> row.rank() == 1)
            .map(row -> Indoor.LIKELY.row(bySeconds(row))));
  }

  private static Object[] bySeconds(Ranked row) {
    return row.group().values(row.totals().seconds(), row.rank(), row.ranked(), row.share());
  }

  private static List<Object> personAndPlace(Part part) {
    return List.of(part.stay().person(), part.stay().place());
  }
}
