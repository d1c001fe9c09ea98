package io.mysimbdp.platform.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * A sketch depends on the multiset of its values alone, and its quantiles are near the exact ones.
 */
class QuantileSketchTest {

  @Property
  void neitherOrderNorMergingShows(
      @ForAll("numbers") List<Double> values,
      @ForAll @IntRange(min = 1, max = 5) int parts,
      @ForAll Random random) {
    String whole = sketch(values).text();
    List<QuantileSketch> split = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      split.add(new QuantileSketch());
    }
    List<Double> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, random);
    shuffled.forEach(value -> split.get(random.nextInt(parts)).add(value));
    QuantileSketch merged = new QuantileSketch();
    split.forEach(part -> merged.merge(QuantileSketch.parse(part.text())));
    assertThat(merged.text()).isEqualTo(whole);
    assertThat(QuantileSketch.parse(whole).text()).isEqualTo(whole);
  }

  @Property
  void aQuantileIsWithinOnePercent(
      @ForAll("numbers") List<Double> values,
      @ForAll @DoubleRange(min = 0, max = 1) double quantile) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double exact = sorted[(int) Math.floor(quantile * (sorted.length - 1))];
    assertThat(sketch(values).quantile(quantile))
        .isCloseTo(exact, Offset.offset(Math.abs(exact) * 0.010000001));
  }

  @Test
  void theFormIsPartOfWhatTablesHold() {
    assertThat(sketch(List.of(0.0, 8.75, 8.75, -1.0)).text()).isEqualTo("AT+EeuFHrhR7AQEAAQHaAQI=");
  }

  @Test
  void extremeNumbersHaveAPlaceToo() {
    QuantileSketch sketch = sketch(List.of(-Double.MAX_VALUE, Double.MIN_VALUE, Double.MAX_VALUE));
    assertThat(sketch.quantile(0)).isCloseTo(-1.7e308, Offset.offset(0.1e308));
    assertThat(sketch.quantile(0.5)).isZero();
    assertThat(sketch.quantile(1)).isCloseTo(1.7e308, Offset.offset(0.1e308));
    assertThat(QuantileSketch.parse(sketch.text()).text()).isEqualTo(sketch.text());
  }

  @Test
  void whatIsNoSketchIsRefused() {
    byte[] bytes = sketch(List.of(1.0)).bytes();
    assertThatThrownBy(() -> QuantileSketch.of(Arrays.copyOf(bytes, bytes.length - 1)))
        .hasMessage("the sketch is cut off");
    assertThatThrownBy(() -> QuantileSketch.of(Arrays.copyOf(bytes, bytes.length + 1)))
        .hasMessage("something follows the sketch");
    bytes[0] = 2;
    assertThatThrownBy(() -> QuantileSketch.of(bytes)).hasMessageContaining("version 2");
  }

  @Provide
  Arbitrary<List<Double>> numbers() {
    return Arbitraries.oneOf(
            Arbitraries.doubles().between(0, 100).ofScale(2),
            Arbitraries.doubles().between(-1e9, 1e9),
            Arbitraries.of(0.0, -0.0, 1e-300, 1e300, -1e300, 1.0, -1.0))
        .list()
        .ofMinSize(1)
        .ofMaxSize(200);
  }

  private static QuantileSketch sketch(List<Double> values) {
    QuantileSketch sketch = new QuantileSketch();
    values.forEach(sketch::add);
    return sketch;
  }
}
