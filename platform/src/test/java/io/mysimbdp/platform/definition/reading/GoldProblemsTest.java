package io.mysimbdp.platform.definition.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One change to a tenant with much gold, one problem, as in {@link ProblemsTest}. */
class GoldProblemsTest {
  private static final Path VISITS = Path.of("src", "test", "resources", "visits");

  @TempDir Path folder;

  @Test
  void calendars() throws IOException {
    change(
        "[day, week, month, quarter, year]",
        "[day, weak, month]",
        "weak, month] <- 'weak' is not one of: day, week, month, quarter, year; did you mean");
    change(
        "[day, week, month, quarter, year]",
        "[day, day]",
        "day]         <- 'day' stands here twice");
    change("[day, week, month, quarter, year]", "[]", "[]           <- a calendar needs at least");
    change(
        "doubled: sum(hour)",
        "period_end: sum(hour)",
        "period_end:  <- 'period_end' is a column of the platform");
  }

  @Test
  void goldOnGold() throws IOException {
    change(
        "from: daily",
        "from: best",
        "best         <- gold table 'best' does not stand above this one; a table reads silver or");
    change(
        "takings:\n    from: hours",
        "takings:\n    from: daily",
        "daily        <- gold table 'daily' does not stand above this one");
    change(
        "from: daily",
        "from: takings",
        "takings      <- gold table 'takings' has rows of each day, week, month, quarter, year, which");
    change(
        "from: daily",
        "from: parts",
        "parts        <- gold table 'parts' has no 'calendar'; only a table with calendar periods");
    change(
        "    calendar: [month]\n",
        "",
        "daily        <- a table over a gold table needs a 'calendar', such as [month]");
    change(
        "calendar: [day]",
        "calendar: [week]",
        "daily        <- gold table 'daily' has a row each week, and not every week lies within one"
            + " month");
    change(
        "from: daily",
        "from: dayly",
        "dayly        <- unknown silver analytic or gold table 'dayly'; did you mean 'daily'?");
  }

  @Test
  void rowsInAreSpreadAndExtended() throws IOException {
    change(
        "start: window_start",
        "start: place",
        "place, end:  <- a spread goes from one timestamp to another, neither ever null, but 'place'"
            + " is a string");
    change(
        "end: window_end, by: hour",
        "end: window_ends, by: hour",
        "window_ends, <- unknown column 'window_ends'; did you mean 'window_end'?");
    change("by: hour", "by: month", "month}       <- 'month' is not one of: hour, day");
    change(
        "start: window_start, end: window_end, by: hour",
        "start: window_start, end: window_end",
        "{start: wind <- a spread needs 'by': hour or day");
    change(
        "extend: {hour",
        "extend: {place: '1', hour",
        "place: '1',  <- column 'place' is there already; choose another name");
  }

  @Test
  void thePeriodBefore() throws IOException {
    change(
        "paid_before: paid",
        "paid_before: paids",
        "paids}       <- unknown aggregate 'paids' of this table; did you mean 'paid'?");
    change(
        "paid_before: paid",
        "paid_before: place",
        "place}       <- unknown aggregate 'place' of this table");
    change(
        "    group_by: [place]\n    aggregates: {seconds",
        "    group_by: [place]\n    previous: {before: seconds}\n    aggregates: {seconds",
        "previous: {b <- only a table with a 'calendar' has a period before");
  }

  @Test
  void ranks() throws IOException {
    change(
        "by: seconds",
        "by: second",
        "second, orde <- unknown column 'second'; did you mean 'seconds'?");
    change(
        "by: seconds",
        "by: place",
        "place, order <- rows are ranked by a number or a timestamp, but 'place' is a string");
    change(
        "rank: {by: paid}",
        "rank: {by: change}",
        "change}      <- 'change' is derived, and rows are ranked before; rank by an aggregate");
    change(
        "within: [place]",
        "within: [days]",
        "days]}       <- 'days' is no column of 'group_by'; ranks begin anew within group columns");
    change("order: ascending", "order: up", "up, limit: 2 <- 'up' is not one of: ascending");
    change("limit: 2", "limit: 0", "0}           <- a whole number from 1");
    change(
        "rows: count_if(first_part)",
        "rank: count_if(first_part)",
        "{by: seconds <- column 'rank' is there already; choose another name");
  }

  private void change(String from, String to, String expected) throws IOException {
    Path tenant = Files.createDirectories(folder.resolve("visits"));
    String yaml = Files.readString(VISITS.resolve(Definitions.FILE));
    assertThat(yaml.split(Pattern.quote(from), -1)).as(from).hasSizeGreaterThan(1);
    Files.copy(
        VISITS.resolve("visit.avsc"),
        tenant.resolve("visit.avsc"),
        StandardCopyOption.REPLACE_EXISTING);
    int at = yaml.indexOf(from);
    Files.writeString(
        tenant.resolve(Definitions.FILE),
        yaml.substring(0, at) + to + yaml.substring(at + from.length()));
    List<String> problems =
        Definitions.check(tenant).stream()
            .map(p -> "%-12s <- %s".formatted(TenantFolder.textAt(p, 12), p.message()))
            .toList();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).startsWith(expected);
  }
}
