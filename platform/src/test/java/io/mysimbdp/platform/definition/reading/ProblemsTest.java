package io.mysimbdp.platform.definition.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One change to the definition of vm-cpu, one problem: none missed, none that follows from it. What
 * is expected starts with the text that the problem points at.
 */
class ProblemsTest {
  @TempDir Path folder;

  @Test
  void structure() {
    problem(y -> "", " <- the file is empty");
    problem(y -> "a: [1", " <- the file cannot be parsed: while parsing a flow sequence");
    problem(
        y -> "tenant", "tenant <- names with their values (name: value) belong here, not 'tenant'");
    change(
        "    group_by: [vm_id]\n    window: {t",
        "    grup_by: [vm_id]\n    window: {t",
        "grup_by: [vm <- a silver analytic has no 'grup_by'; did you mean 'group_by'?");
    change(
        "    key: [vm_id]\n", "", "readings: <- a raw stream needs 'key': the columns that spread");
    change(
        "key: [vm_id]", "key: vm_id", "vm_id <- a list such as [a, b] belongs here, not 'vm_id'");
    change(
        "partitions: 4",
        "partitions: many",
        "many <- a whole number from 1 to 1000 belongs here, not 'many'");
    change("partitions: 4", "partitions: 0", "0 <- a whole number from 1 to 1000");
    change("format: json", "format: jsn", "jsn <- 'jsn' is not one of: json; did you mean 'json'?");
    change(
        "partitions: 4",
        "partitions: 4\n    partitions: 5",
        "partitions:  <- 'partitions' stands here a second time");
    change("from: vm_cpu_windows", "from:", " <- a text belongs here, not nothing");
    change(
        "gold:\n", "gold: {}\nmore:\n", "{} <- 'gold' is empty", "more: <- a tenant's definition");
  }

  @Test
  void namesThatNobodyKnows() {
    change("schema: vm_cpu", "schema: cpu", "cpu_reading. <- there is no ");
    change(
        "schema: vm_cpu_reading.avsc",
        "schema: ../x.avsc",
        "../x.avsc <- '../x.avsc' is not the name");
    change("key: [vm_id]", "key: [vmid]", "vmid] <- unknown column 'vmid'; did you mean 'vm_id'?");
    change(
        "field: timestamp",
        "field: time",
        "time <- unknown column 'time'; did you mean 'timestamp'?");
    change(
        "from: readings\n    where",
        "from: reading\n    where",
        "reading <- unknown raw stream 'reading'; did you mean 'readings'?");
    change(
        "from: vm_cpu_windows",
        "from: vm_cpu_window",
        "vm_cpu_windo <- unknown silver analytic or gold table 'vm_cpu_window'; did you mean 'vm_cpu_windows'?");
    change(
        "select: [vm_id, max_cpu]",
        "select: [vm_id, maxcpu]",
        "maxcpu] <- unknown column 'maxcpu'; did you mean 'max_cpu'?");
    change(
        "avg(max_cpu)\n      readings",
        "avge(max_cpu)\n      readings",
        "avge(max_cpu <- unknown aggregate 'avge'; did you mean 'avg'?");
  }

  @Test
  void namesThatKafkaOrCassandraRefuse() {
    change(
        "tenant: vm-cpu",
        "tenant: vm-gpu",
        "vm-gpu <- the tenant is called 'vm-gpu' but its folder 'vm-cpu'");
    change(
        "tenant: vm-cpu",
        "tenant: vm-cpu\nkeyspace: system_x",
        "system_x <- 'system_x' cannot be a name here: this keyspace belongs to");
    change("tenant: vm-cpu", "tenant: vm-cpu\nkeyspace: Vm", "Vm <- 'Vm' cannot be a name here");
    change(
        "vm_cpu_rolling:", "rolling-cpu:", "rolling-cpu: <- 'rolling-cpu' cannot be a name here");
    change(
        "vm_cpu_rolling:",
        "r".repeat(42) + ":",
        "rrrrrrrrrrrr <- '"
            + "r".repeat(42)
            + "' cannot be a name here: its table silver_… in Cassandra leaves room for 41 characters");
    change(
        "      readings: count()",
        "      order: count()",
        "order: count <- 'order' cannot be a name here: CQL reserves this word");
    change(
        "      readings: count()",
        "      window_end: count()",
        "window_end:  <- 'window_end' is a column of the platform; choose another name");
    change(
        "      readings: count()",
        "      mysimbdp_n: count()",
        "mysimbdp_n:  <- 'mysimbdp_n' cannot be a name here: names that start with mysimbdp_ belong to");
    change(
        "      is_anomaly:",
        "      vm_id: \"1\"\n      is_anomaly:",
        "vm_id: \"1\" <- column 'vm_id' is there already");
    change(
        "  vm_recommendations:",
        "  vm_cpu_spikes:",
        "vm_cpu_spike <- 'vm_cpu_spikes' is already a name under 'silver'");
    change(
        "  readings:\n",
        "  Readings!:\n",
        "Readings!: <- 'Readings!' cannot be a name here",
        "readings <- unknown raw stream",
        "readings <- unknown raw stream",
        "readings <- unknown raw stream");
  }

  @Test
  void expressions() {
    change(
        "\"avg_max_cpu > 90.0\"",
        "\"avg_max_cpu > \"",
        "\" <- the expression ends where a value is needed");
    change("\"avg_max_cpu > 90.0\"", "avg_max_cpu > (90.0", " <- ')' is missing here");
    change(
        "\"avg_max_cpu > 90.0\"",
        "avg_max_cpu = 90.0",
        "= 90.0 <- '=' means nothing here; compare");
    change(
        "\"avg_max_cpu > 90.0\"",
        ">-\n        avg_max_cpu > 90.0 &&\n        avg_cpu > 1.0",
        "avg_cpu > 1. <- unknown column 'avg_cpu'; known: vm_id, window_start, win");
    change(
        "\"avg_max_cpu > 90.0\"",
        "\"'\\x41' == vm_id && avg_max_cpu > vm_id\"",
        "> vm_id\" <- '>' does not take double and string");
    change("\"avg_max_cpu > 90.0\"", "'vm_id == ''a'' && vm_id > 1'", "> 1' <- '>' does not take");
    change(
        "max_cpu >= 0.0 && max",
        "max_cpu == 0 && max",
        "== 0 && max_ <- '==' does not take double and int; write 1.0 rather than 1");
    change(
        "max_cpu >= 0.0 && max",
        "max_cpu == null || max",
        "== null || m <- '==' does not take double and null; a column that is never null");
    change(
        "max_cpu >= 0.0 && max",
        "max_cpu.x && max",
        ".x && max_cp <- this platform does not offer fields of a value ('.x')");
    change(
        "max_cpu >= 0.0 && max",
        "[1].exists(x, x > 1) && max",
        "exists(x, x  <- this platform does not offer 'exists'");
    change(
        "max_cpu >= 0.0 && max",
        "duration('1s') > duration('2s') && max",
        "duration('1s <- this platform does not offer 'duration'",
        "duration('2s <- this platform does not offer");
    change(
        "max_cpu >= 0.0 && max",
        "vm_id.matches('[') && max",
        "'[') && max_ <- not a pattern of RE2");
    change(
        "max_cpu >= 0.0 && max",
        "avg(max_cpu) >= 0.0 && max",
        "avg(max_cpu) <- 'avg' is an aggregate and stands under 'aggregates' only");
  }

  @Test
  void conditionsThatAreNone() {
    change(
        "\"max_cpu > 90.0\"",
        "max_cpu",
        "max_cpu <- 'where' is true or false, but this is a double");
    change(
        "alert: is_anomaly",
        "alert: vm_id",
        "vm_id <- 'alert' is true or false, but this is a str");
    change(
        "\"avg_cpu >= 0.0 && avg_cpu <= 100.0\"",
        "\"avg_cpu\"",
        "avg_cpu\" <- a quality rule is true or false, but this is a double");
  }

  @Test
  void aggregates() {
    change(
        "avg(max_cpu)\n      readings",
        "avg(vm_id)\n      readings",
        "vm_id) <- 'avg' takes an int, a double or a decimal, but this is a string");
    change(
        "count_if(is_anomaly)",
        "count_if(readings)",
        "readings) <- 'count_if' takes a bool, but this");
    change("max(max_cpu)", "max()", "max() <- 'max' takes one argument, not 0");
    change(
        "max(max_cpu)",
        "max(max_cpu) / 2.0",
        "max(max_cpu) <- an aggregate is one call, such as avg(x)");
    change(
        "max(max_cpu)",
        "max(max_cup)",
        "max_cup) <- unknown column 'max_cup'; did you mean 'max_c");
  }

  @Test
  void windows() {
    change(
        "tumbling: 3m",
        "tumbling: 7m",
        "7m} <- 7m does not divide 24h, so windows would start at other times every day; near it do: 6m, 8m");
    change("every: 5m", "every: 20m", "20m} <- windows of 15m every 20m would leave gaps");
    change(
        "sliding: 15m, every: 5m", "sliding: 10007ms, every: 1s", "1s} <- a window would be put");
    change("tumbling: 3m", "tumbling: 3min", "3min} <- a duration such as 500ms, 30s, 3m");
    change("tumbling: 3m", "tumbling: 3m, every: 1m", "{tumbling: 3 <- a window is either");
    change("tumbling: 3m", "cumulative: 1d", "{cumulative: <- a window is either");
    change(
        "tumbling: 3m",
        "cumulative: 7h, every: 1h",
        "7h, every: 1 <- 7h does not divide 24h, so windows would start at other times every day;"
            + " near it do: 6h, 8h");
    change(
        "tumbling: 3m",
        "cumulative: 12h, every: 8h",
        "8h} <- 8h does not divide 12h, so the last step would be short");
    change("tumbling: 3m", "cumulative: 2d, every: 1h", "2d, every: 1 <- 2d does not divide 24h");
    change(
        "sliding: 15m, every: 5m",
        "sliding: 15m, every: 10m",
        yaml -> yaml.replace("raw:\n", "zone: Europe/Athens\nraw:\n"),
        "10m} <- 10m does not divide 15m, which it must in a time zone other than UTC");
    change("    window: {tumbling: 3m}\n", "", "vm_cpu_windo <- a silver analytic needs 'window'");
    change(
        "where: \"max_cpu > 90.0\"",
        "group_by: [vm_id]",
        "group_by: [v <- an analytic without a 'window'");
  }

  @Test
  void keysAndEventTimes() {
    schema(
        "\"vm_id\", \"type\": \"string\"",
        "\"vm_id\", \"type\": [\"null\", \"string\"]",
        "vm_id] <- 'vm_id' may be null in the Avro schema, but a key may not",
        "vm_id] <- 'vm_id' may be null, but a group may not; leave such rows out with where",
        "vm_id] <- 'vm_id' may be null");
    change(
        "key: [vm_id]",
        "key: [max_cpu]",
        "max_cpu] <- 'max_cpu' is a double, but a key is made of");
    change(
        "field: timestamp",
        "field: vm_id",
        "vm_id <- 'vm_id' is a string, so event_time needs 'pattern', such as",
        "unit: s <- 'vm_id' is a string, which needs no 'unit'",
        "origin: \"201 <- 'vm_id' is a string, which needs no 'origin'");
    change(
        "field: timestamp",
        "field: max_cpu",
        "max_cpu <- 'max_cpu' is a double; an event time is a long, a timestamp-millis, or a str");
    change(
        "field: timestamp",
        "fields: [timestamp]",
        "timestamp] <- 'timestamp' is an int; 'fie",
        "unit: s <- 'timestamp' is one of several",
        "origin: \"201 <- 'timestamp' is one");
    change(
        "      unit: s\n",
        "      unit: s\n      special: {many: 1}\n",
        "many: 1} <- 'many' is no whole number of 64 bits");
    change(
        "      field: timestamp\n",
        "",
        "readings: <- event_time needs 'field': the column that holds the time");
    change(
        "      unit: s\n", "", "timestamp <- 'timestamp' is a number, so event_time needs 'unit'");
    schema(
        "\"timestamp\", \"type\": \"long\"",
        "\"timestamp\", \"type\": [\"null\", \"long\"]",
        "timestamp <- 'timestamp' may be null in the Avro schema");
    schema(
        "\"type\": \"long\"",
        "\"type\": {\"type\": \"long\", \"logicalType\": \"timestamp-millis\"}",
        "unit: s <- 'timestamp' is a timestamp-millis, which needs no 'unit'",
        "origin: \"201 <- 'timestamp' is a timestamp-millis, which needs no 'origin'");
    change(
        "latest: \"2019-02-01T00:00:00Z\"",
        "latest: \"2018-02-01T00:00:00Z\"",
        "latest: \"201 <- 'latest' lies before 'earliest'");
    change(
        "latest: \"2019-02-01T00:00:00Z\"",
        "latest: 2019-02-01",
        "2019-02-01 <- an instant such as");
  }

  @Test
  void patternsOfEventTimes() {
    pattern("yyyy-MM-dd hh:mm", "'yyyy-MM-dd hh:mm' gives no time of day; a pattern such as");
    pattern("YYYY-MM-dd HH:mm", "'YYYY-MM-dd HH:mm' gives no date");
    pattern("yyyy-MM-dd", "'yyyy-MM-dd' gives no time of day");
    pattern("yyyy-MM-dd HH:mm XXX", "'yyyy-MM-dd HH:mm XXX' asks for more than a local date");
    pattern("yyyy-MM-dd bb", "'yyyy-MM-dd bb' is no pattern of a date and time");
  }

  private void pattern(String pattern, String expected) {
    change(
        "field: timestamp\n      unit: s\n      origin: \"2019-01-01T00:00:00Z\"",
        "field: vm_id\n      pattern: '" + pattern + "'",
        ("'" + pattern + "'").substring(0, 12) + " <- " + expected);
  }

  /** What stands on a schema that cannot be read is not checked against it. */
  @Test
  void schemas() {
    schema(
        "\"string\"",
        "\"strin\"",
        "\"strin\"}, <- Avro has no type 'strin'; did you mean 'string'?");
    schema(
        "\"string\"",
        "\"bytes\"",
        "\"bytes\"}, <- field 'vm_id' has a type that is not offered: bytes; a column is");
    schema(
        "[\"null\", \"double\"]",
        "[\"null\", \"double\", \"long\"]",
        "[\"null\", \"do <- field 'min_cpu'");
    schema("{\"name\": \"avg_cpu\"", "\"name\": \"avg_cpu\"", "} <- the file cannot be parsed");
    schema("\"avg_cpu\"", "\"max_cpu\"", "{ <- not an Avro schema: Duplicate field max_cpu");
  }

  @Test
  void zones() {
    change(
        "tenant: vm-cpu",
        "tenant: vm-cpu\nzone: Europe/Atens",
        "Europe/Atens <- unknown time zone 'Europe/Atens'; did you mean 'Europe/Athens'?");
    change(
        "tenant: vm-cpu",
        "tenant: vm-cpu\nzone: chicago",
        "chicago <- unknown time zone 'chicago'; did you mean 'America/Chicago'?");
    change(
        "tenant: vm-cpu",
        "tenant: vm-cpu\nzone: +02:00",
        "+02:00 <- unknown time zone '+02:00'; a name of the IANA database such as");
  }

  @Test
  void agreements() {
    change(
        "schedule: \"0 0 * * *\"",
        "schedule: \"0 25 * * *\"",
        "\"0 25 * * *\" <- '0 25 * * *' is not a cron");
    change("parallelism: 2", "parallelism: -1", "-1 <- a whole number from 1 to 128 belongs here");
    change("checkpoint_interval: 2s", "checkpoint_interval: 2ms", "2ms <- '2ms' is too short");
  }

  private void change(String from, String to, String... expected) {
    problem(yaml -> replaceOnce(yaml, from, to), expected);
  }

  private void change(String from, String to, UnaryOperator<String> more, String... expected) {
    problem(yaml -> more.apply(replaceOnce(yaml, from, to)), expected);
  }

  private void schema(String from, String to, String... expected) {
    check(TenantFolder.in(folder, y -> y, schema -> replaceOnce(schema, from, to)), expected);
  }

  private void problem(UnaryOperator<String> change, String... expected) {
    check(TenantFolder.in(folder, change, schema -> schema), expected);
  }

  private static void check(TenantFolder tenant, String... expected) {
    List<String> problems =
        Definitions.check(tenant.path()).stream()
            .map(problem -> TenantFolder.textAt(problem, 12) + " <- " + problem.message())
            .toList();
    assertThat(problems).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(problems.get(i)).startsWith(expected[i]);
    }
  }

  private static String replaceOnce(String text, String from, String to) {
    int at = text.indexOf(from);
    assertThat(at).as("'%s' is not in the definition", from).isNotNegative();
    return text.substring(0, at) + to + text.substring(at + from.length());
  }
}
