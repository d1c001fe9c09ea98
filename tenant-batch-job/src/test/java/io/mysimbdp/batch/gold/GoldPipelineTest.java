package io.mysimbdp.batch.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.calendar.DaySet;
import io.mysimbdp.platform.coredms.Interval;
import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import io.mysimbdp.platform.gold.Coverage;
import io.mysimbdp.platform.gold.GoldProgram;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.record.RowJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;

/** Gold on Flink itself, in bounded mode; only coredms is replaced, by lists. */
class GoldPipelineTest {
  private static final Tenant TENANT =
      Definitions.read(Path.of("..", "platform", "src", "test", "resources", "visits"));
  private static final RecordSchema HOURS = TENANT.silverAnalytic("hours").output();
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final LocalDate FIRST = LocalDate.of(2023, 12, 20);
  private static final LocalDate MIDDLE = LocalDate.of(2024, 1, 10);
  private static final LocalDate LAST = LocalDate.of(2024, 2, 2);
  private static final long HOUR = 3_600_000;

  /** Day parts by their key, as they are kept from run to run. */
  private final Map<String, byte[]> kept = new HashMap<>();

  /** Gold rows as JSON, as they are kept from run to run. */
  private final TreeSet<String> gold = new TreeSet<>();

  @Test
  void runsInSuccessionGiveTheGoldOfOneRunOverEverything() throws Exception {
    run(FIRST, MIDDLE);
    run(MIDDLE, LAST);
    TreeSet<String> inTwo = new TreeSet<>(gold);
    gold.clear();
    kept.clear();
    run(FIRST, LAST);
    assertThat(inTwo).isEqualTo(gold);

    assertThat(field("year", "2024-01-01T06:00:00Z", "bar", "visits"))
        .isEqualTo(visits("bar", LocalDate.of(2024, 1, 1), LAST));
    assertThat(field("month", "2024-01-01T06:00:00Z", "bar", "paid_before"))
        .isEqualTo(10 * visits("bar", FIRST, LocalDate.of(2023, 12, 31)));
    // On 24 days of January anybody was anywhere; each has one place of rank 1.
    assertThat(
            gold.stream()
                .filter(
                    row -> row.startsWith("best") && row.contains("\"period_start\":\"2024-01-01"))
                .mapToLong(row -> Long.parseLong(row.replaceAll(".*\"days\":(\\d+).*", "$1")))
                .sum())
        .isEqualTo(24);
  }

  /** One run over these days, both included, which replaces the rows of its periods. */
  private void run(LocalDate first, LocalDate last) throws Exception {
    DaySet days = DaySet.of(first.datesUntil(last.plusDays(1)).toList());
    Map<String, DaySet> touched = new HashMap<>();
    touched.put("takings", days);
    touched.put("daily", days);
    touched.put("best", new Coverage(TENANT.goldTable("daily"), days).rowDays());
    BatchPlan plan =
        new BatchPlan(TENANT, Interval.of(0, 1), touched, "run", 1, 1, "kafka", "cassandra");

    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2);
    GoldPipeline.configure(env);
    ListedDayParts parts = new ListedDayParts(env, plan);
    CloseableIterator<Tuple3<Integer, String, byte[]>> rows =
        GoldPipeline.rows(plan, env.fromData(gathered(plan), GoldPipeline.PARTIAL), parts)
            .collectAsync();
    env.execute();

    gold.removeIf(row -> replaced(plan, row));
    rows.forEachRemaining(
        row -> {
          if (BatchPlan.hasPeriods(TENANT.gold().get(row.f0))) {
            gold.add(TENANT.gold().get(row.f0).name() + new String(row.f2, StandardCharsets.UTF_8));
          }
        });
    parts.take();
  }

  private boolean replaced(BatchPlan plan, String row) {
    PartialCodec codec = new PartialCodec(TENANT);
    Rollup table = TENANT.goldTable(row.substring(0, row.indexOf('{')));
    GoldProgram program = codec.program(TENANT.gold().indexOf(table));
    Row values = new Row(table.output().size());
    try {
      new RowJson(table.output())
          .read(row.substring(row.indexOf('{')).getBytes(StandardCharsets.UTF_8), values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return plan.coverage(table).written().contains(program.period(values));
  }

  /** What two tasks gather from all silver; each table takes the days that it computes. */
  private static List<Tuple2<String, byte[]>> gathered(BatchPlan plan) {
    PartialCodec codec = new PartialCodec(TENANT);
    List<Tuple2<String, byte[]>> gathered = new ArrayList<>();
    for (int task = 0; task < 2; task++) {
      Gathering gathering = new Gathering(codec);
      for (int table = 0; table < 3; table++) {
        gathering.addReader(table, plan, new LongCounter());
      }
      List<Row> rows = silver();
      for (int i = task; i < rows.size(); i += 2) {
        for (int table = 0; table < 3; table++) {
          gathering.add(table, rows.get(i), true);
        }
      }
      gathering.emit(new ListCollector<>(gathered));
    }
    return gathered;
  }

  /** Some hours of three places, with days on which a place has none. */
  private static List<Row> silver() {
    List<Row> rows = new ArrayList<>();
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      for (String place : List.of("bar", "café", "dock")) {
        for (int hour = 0; hour < visits(place, day); hour++) {
          long start = day.atStartOfDay(CHICAGO).toInstant().toEpochMilli() + 5L * hour * HOUR;
          Row row = new Row(HOURS.size());
          row.setText(0, place);
          row.setLong(1, start);
          row.setLong(2, start + HOUR);
          row.setLong(3, 1);
          row.setLong(4, 10);
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static int visits(String place, LocalDate day) {
    return (day.getDayOfYear() * place.charAt(0)) % 4;
  }

  private static long visits(String place, LocalDate first, LocalDate last) {
    return first.datesUntil(last.plusDays(1)).mapToInt(day -> visits(place, day)).sum();
  }

  /** A number in a row of takings. */
  private long field(String period, String start, String place, String column) {
    String head = "takings{\"period\":\"%s\",\"period_start\":\"%s\"".formatted(period, start);
    Predicate<String> wanted =
        row -> row.startsWith(head) && row.contains("\"place\":\"" + place + "\"");
    String row = gold.stream().filter(wanted).findFirst().orElseThrow();
    String rest = row.substring(row.indexOf("\"" + column + "\":") + column.length() + 3);
    return Long.parseLong(rest.split("[,}]", 2)[0]);
  }

  /** Day parts in {@link #kept}. */
  private final class ListedDayParts implements DayParts {
    private final StreamExecutionEnvironment env;
    private final BatchPlan plan;
    private final List<CloseableIterator<Tuple2<String, byte[]>>> written = new ArrayList<>();

    ListedDayParts(StreamExecutionEnvironment env, BatchPlan plan) {
      this.env = env;
      this.plan = plan;
    }

    @Override
    public void keep(DataStream<Tuple2<String, byte[]>> parts, int level) {
      written.add(parts.collectAsync());
    }

    @Override
    public DataStream<Tuple2<String, byte[]>> kept(int level) {
      PartialCodec codec = new PartialCodec(TENANT);
      List<Tuple2<String, byte[]>> needed = new ArrayList<>();
      kept.forEach(
          (key, part) -> {
            Rollup table = codec.program(key).table();
            LocalDate day = codec.readKey(key).period().first();
            if (plan.level(table) == level && plan.coverage(table).takesStored(day)) {
              needed.add(Tuple2.of(key, part));
            }
          });
      // A source of nothing is refused, so there is one part more, which is taken out again.
      needed.add(Tuple2.of("", new byte[0]));
      return env.fromData(needed, GoldPipeline.PARTIAL).filter(part -> !part.f0.isEmpty());
    }

    void take() {
      written.forEach(parts -> parts.forEachRemaining(part -> kept.put(part.f0, part.f1)));
    }
  }
}
