package io.mysimbdp.platform.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The sum of doubles is the exact one, rounded once, whatever the order and the splits. */
class ExactSumTest {

  @Property
  void isTheExactSumRoundedOnce(@ForAll("doubles") List<Double> values) {
    assertThat(sum(values).round()).isEqualTo(exact(values));
  }

  @Property
  void doesNotDependOnOrderOrMerging(@ForAll("doubles") List<Double> values, @ForAll Random random)
      throws IOException {
    double expected = sum(values).round();
    Collections.shuffle(values, random);
    int cut = random.nextInt(values.size() + 1);
    ExactSum left = copy(sum(values.subList(0, cut)));
    left.merge(copy(sum(values.subList(cut, values.size()))));
    assertThat(left.round()).isEqualTo(expected);
  }

  @Test
  void survivesAnOverflowInBetween() {
    assertThat(sum(List.of(1e308, 1e308, -1e308, 1.0)).round()).isEqualTo(1e308);
    assertThat(sum(List.of(Double.MAX_VALUE, Double.MAX_VALUE)).round())
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void hasNoNegativeZero() {
    assertThat(Double.doubleToRawLongBits(sum(List.of(-0.0, -0.0)).round())).isZero();
  }

  @Provide
  Arbitrary<List<Double>> doubles() {
    return Arbitraries.oneOf(
            Arbitraries.doubles(),
            Arbitraries.doubles().between(0, 100).ofScale(6),
            Arbitraries.of(1e16, 1.0, -1e16, 1e-16, 1e300, -1e300, Double.MIN_VALUE, 0.1, -0.0))
        .list()
        .ofMaxSize(60)
        .map(java.util.ArrayList::new);
  }

  private static ExactSum sum(List<Double> values) {
    ExactSum sum = new ExactSum();
    values.forEach(sum::add);
    return sum;
  }

  private static ExactSum copy(ExactSum sum) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sum.write(new DataOutputStream(bytes));
    ExactSum copy = new ExactSum();
    copy.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    return copy;
  }

  private static double exact(List<Double> values) {
    return values.stream()
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }
}
