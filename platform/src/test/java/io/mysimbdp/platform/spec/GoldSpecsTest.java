package io.mysimbdp.platform.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.record.RowJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gold by example: every document of {@code src/test/resources/specs} is a definition, silver rows,
 * and the gold rows they come to, in whatever order they are read.
 */
class GoldSpecsTest {
  private static final Path SPECS = Path.of("src", "test", "resources", "specs");

  @TempDir private Path folder;
  private int number;

  @TestFactory
  Stream<DynamicContainer> specs() throws IOException {
    try (Stream<Path> files = Files.list(SPECS)) {
      return files.sorted().toList().stream()
          .map(file -> dynamicContainer(file.getFileName().toString(), tests(file)));
    }
  }

  private Stream<DynamicTest> tests(Path file) {
    try {
      return GoldSpecText.documents(Files.readString(file)).stream()
          .map(spec -> dynamicTest((String) spec.get("spec"), file.toUri(), () -> run(spec)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(Map<String, Object> spec) throws IOException {
    assertThat(spec.keySet()).containsExactlyInAnyOrder("spec", "given", "when", "expect");
    Path own = folder.resolve(Integer.toString(number++));
    Tenant tenant = GoldSpecTenant.read(own, GoldSpecText.map(spec.get("given")));
    Map<String, List<Row>> silver = new HashMap<>();
    for (var entry : GoldSpecText.map(spec.get("when")).entrySet()) {
      RecordSchema schema = tenant.silverAnalytic(entry.getKey()).output();
      List<Row> rows = new ArrayList<>();
      for (Object row : GoldSpecText.list(entry.getValue())) {
        rows.add(row(schema, row));
      }
      silver.put(entry.getKey(), rows);
    }
    check(spec, tenant, silver);
    silver.values().forEach(Collections::reverse);
    check(spec, tenant, silver);
  }

  private static Row row(RecordSchema schema, Object values) throws IOException {
    assertThat(GoldSpecText.map(values).keySet())
        .containsExactlyInAnyOrderElementsOf(
            schema.columns().stream().map(column -> column.name()).toList());
    Row row = new Row(schema.size());
    byte[] json = GoldSpecText.json(values).getBytes(StandardCharsets.UTF_8);
    new RowJson(schema).read(json, row);
    return row;
  }

  private static void check(
      Map<String, Object> spec, Tenant tenant, Map<String, List<Row>> silver) {
    Map<String, Object> expect = GoldSpecText.map(spec.get("expect"));
    Map<String, List<Row>> gold = new GoldRun(tenant, silver).run();
    assertThat(gold.keySet()).containsAll(expect.keySet());
    expect.forEach(
        (table, rows) -> {
          RowJson json = new RowJson(tenant.goldTable(table).output());
          List<Object> found = new ArrayList<>();
          for (Row row : gold.get(table)) {
            found.add(GoldSpecText.object(new String(json.write(row), StandardCharsets.UTF_8)));
          }
          assertThat(found).as(table).containsExactlyInAnyOrderElementsOf(GoldSpecText.list(rows));
        });
  }
}
