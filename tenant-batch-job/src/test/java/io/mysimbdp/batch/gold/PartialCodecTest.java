package io.mysimbdp.batch.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.calendar.Period;
import io.mysimbdp.platform.calendar.PeriodKind;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import io.mysimbdp.platform.gold.GoldKey;
import io.mysimbdp.platform.gold.GoldProgram;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.rollup.Accumulator;
import io.mysimbdp.platform.rollup.GroupKey;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Gold does not depend on how its silver is spread over tasks. */
class PartialCodecTest {
  private static final Tenant TENANT = Definitions.read(Path.of("../tenants/vm-cpu"));
  private static final RecordSchema WINDOWS = TENANT.silverAnalytic("vm_cpu_windows").output();

  private final PartialCodec codec = new PartialCodec(TENANT);
  private final GoldProgram program = codec.program(0);

  @Property
  void partsMergeToTheWhole(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 200) Integer> averages,
      @ForAll @IntRange(min = 1, max = 5) int tasks,
      @ForAll Random random) {
    List<Accumulator> parts = new ArrayList<>();
    for (int task = 0; task < tasks; task++) {
      parts.add(program.rollup().newAccumulator());
    }
    Accumulator whole = program.rollup().newAccumulator();
    for (int i = 0; i < averages.size(); i++) {
      Row row = window(i, averages.get(i) / 2.0);
      program.add(whole, row);
      program.add(parts.get(random.nextInt(tasks)), row);
    }
    Accumulator merged = program.rollup().newAccumulator();
    for (Accumulator part : parts) {
      program.rollup().merge(merged, codec.readAccumulator(program, codec.write(program, part)));
    }
    assertThat(finish(merged)).isEqualTo(finish(whole));
  }

  @Property
  void aGroupSurvivesItsTextForm(@ForAll String vm) {
    GroupKey group = new GroupKey(0, vm.replaceAll("[\\ud800-\\udfff]", ""));
    Period day = Period.of(PeriodKind.WEEK, LocalDate.of(2024, 2, 29));
    for (GoldKey key : List.of(new GoldKey(null, group), new GoldKey(day, group))) {
      assertThat(codec.readKey(codec.write(key))).isEqualTo(key);
      assertThat(PartialCodec.table(codec.write(key))).isZero();
    }
  }

  private static Row window(int index, double average) {
    Row row = new Row(WINDOWS.size());
    row.setText(WINDOWS.indexOf("vm_id"), "vm");
    row.setLong(WINDOWS.indexOf("window_start"), index * 180_000L);
    row.setLong(WINDOWS.indexOf("window_end"), (index + 1) * 180_000L);
    row.setDouble(WINDOWS.indexOf("avg_max_cpu"), average);
    row.setLong(WINDOWS.indexOf("readings"), 1);
    row.setDouble(WINDOWS.indexOf("peak_cpu"), average);
    row.setBoolean(WINDOWS.indexOf("is_anomaly"), average > 90);
    return row;
  }

  private List<Object> finish(Accumulator accumulator) {
    Row row = program.row(0, 1, new GroupKey(0, "vm"), accumulator);
    program.derive(row);
    List<Object> values = new ArrayList<>();
    RecordSchema output = program.table().output();
    for (int i = 0; i < output.size(); i++) {
      values.add(row.get(i, output.column(i).type()));
    }
    return values;
  }
}
