package io.mysimbdp.platform.definition.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions with money in them. */
class DecimalColumnsTest {
  private static final String YAML =
      """
      tenant: taxi
      raw:
        trips:
          schema: trip.avsc
          format: json
          key: [taxi]
          partitions: 2
          event_time: {field: start, unit: s}
          out_of_orderness: 10s
          quality: {fare: "fare == null || fare >= decimal('0')"}
      silver:
        fares:
          from: trips
          window: {tumbling: 5s}
          aggregates: {total: sum(fare), mean: avg(fare), most: max(fare), sketched: sketch(fare), median: "quantile(fare, 0.5)"}
          derive: {twice: total + total, near: "total - decimal('0.001')"}
      gold:
        all_fares:
          from: fares
          aggregates: {total: sum(total), sketched: sketch(sketched), p90: "quantile(sketched, 0.9)"}
      agreement: {parallelism: 1}
      """;
  private static final String SCHEMA =
      """
      {"type": "record", "name": "trip", "fields": [
        {"name": "taxi", "type": "string"},
        {"name": "start", "type": "long"},
        {"name": "fare", "type": ["null", {"type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 2}]}
      ]}
      """;

  @TempDir Path folder;

  @Test
  void theScaleIsCarriedThrough() throws IOException {
    Rollup fares = Definitions.read(tenant(YAML, SCHEMA)).silverAnalytic("fares");
    assertThat(fares.input().column(2))
        .isEqualTo(new Column("fare", ColumnType.DECIMAL, true, 12, 2));
    assertThat(fares.output().columns().subList(2, 9))
        .containsExactly(
            new Column("total", ColumnType.DECIMAL, true, 0, 2),
            new Column("mean", ColumnType.DOUBLE, true),
            new Column("most", ColumnType.DECIMAL, true, 0, 2),
            new Column("sketched", ColumnType.SKETCH, true),
            new Column("median", ColumnType.DOUBLE, true),
            new Column("twice", ColumnType.DECIMAL, true, 0, 2),
            new Column("near", ColumnType.DECIMAL, true, 0, 3));
  }

  @Test
  void problems() throws IOException {
    change("max(fare)", "max(sketched)", "unknown column 'sketched'");
    change(
        "sum(total)",
        "sum(sketched)",
        "'sum' takes an int, a double or a decimal, but this is a sketch");
    change(
        "sum(total)",
        "count(sketched)",
        "'count' takes anything but a sketch, but this is a sketch");
    change(
        "sketch(fare)",
        "sketch(taxi)",
        "'sketch' takes a number or a sketch, but this is a string");
    change(
        "(fare, 0.5)", "(fare, 50)", "which quantile is a literal number from 0 to 1, such as 0.9");
    change("(fare, 0.5)", "(fare, double(start))", "which quantile is a literal");
    change("(fare, 0.5)", "(fare)", "'quantile' takes two arguments, a value and which quantile");
    change("total + total", "sketched", "'sketched' is a sketch, which only the aggregates");
    change("total + total", "\"quantile(total, 0.5)\"", "'quantile' is an aggregate and stands");
    change(
        "tumbling: 5s}", "tumbling: 5s}\n    group_by: [fare]", "'fare' is a decimal, but a group");
    change("key: [taxi]", "key: [fare]", "'fare' is a decimal, but a key");
  }

  @Test
  void schemas() throws IOException {
    schema("\"scale\": 2", "\"scale\": 13", "bytes with logicalType decimal that is not valid");
    schema(
        "\"precision\": 12", "\"precision\": 39", "bytes with logicalType decimal]; a column is");
  }

  private void change(String from, String to, String message) throws IOException {
    assertThat(YAML).contains(from);
    check(tenant(YAML.replace(from, to), SCHEMA), message);
  }

  private void schema(String from, String to, String message) throws IOException {
    assertThat(SCHEMA).contains(from);
    check(tenant(YAML, SCHEMA.replace(from, to)), message);
  }

  private static void check(Path tenant, String message) {
    List<String> problems = Definitions.check(tenant).stream().map(Problem::message).toList();
    assertThat(problems).isNotEmpty();
    assertThat(problems.get(0)).contains(message);
  }

  private Path tenant(String yaml, String schema) throws IOException {
    Path tenant = Files.createDirectories(folder.resolve("taxi"));
    Files.writeString(tenant.resolve(Definitions.FILE), yaml);
    Files.writeString(tenant.resolve("trip.avsc"), schema);
    return tenant;
  }
}
