package io.mysimbdp.platform.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysimbdp.platform.record.DecimalText.NoDecimalException;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A decimal is read exactly, at its column's scale, or refused. */
class DecimalTextTest {
  private static final Column FARE = new Column("fare", ColumnType.DECIMAL, false, 6, 2);

  @ParameterizedTest
  @CsvSource({
    "8.75, 8.75",
    "8, 8.00",
    "-0.5, -0.50",
    "8.750000, 8.75",
    "1.2e3, 1200.00",
    "125E-2, 1.25",
    "9999.99, 9999.99",
    "0e999999999, 0.00",
    "-0.000000, 0.00",
  })
  void isExact(String text, String value) throws NoDecimalException {
    assertThat(DecimalText.read(text, FARE)).isEqualTo(new BigDecimal(value));
  }

  @ParameterizedTest
  @CsvSource({
    "8.755, has more than 2 digits behind the point: 8.755",
    "10000, has more than 4 digits before the point: 10000",
    "1e999999999, has more than 4 digits before the point: 1e999999999",
    "1e-999999999, has more than 2 digits behind the point: 1e-999999999",
    "1e9999999999, should be a decimal number but is '1e9999999999'",
  })
  void whatDoesNotFitIsRefusedWithoutWritingItOut(String text, String reason) {
    assertThatThrownBy(() -> DecimalText.read(text, FARE)).hasMessage(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "$8.75", "8,75", "+1", ".5", "5.", "1e", "NaN", "0x1", "١"})
  void nothingButPlainOrExponentNotationIsANumber(String text) {
    assertThatThrownBy(() -> DecimalText.read(text, FARE))
        .hasMessage("should be a decimal number but is '" + text + "'");
  }

  @Test
  void aTextOfAnyLengthIsReadInBoundedTime() {
    assertThatThrownBy(() -> DecimalText.read("9".repeat(10_000_000), FARE))
        .hasMessageContaining("999…");
  }

  @Property
  void whatIsWrittenReadsBack(@ForAll long unscaled) throws NoDecimalException {
    Column column = new Column("sum", ColumnType.DECIMAL, false, 0, 7);
    BigDecimal value = BigDecimal.valueOf(unscaled, 7);
    assertThat(DecimalText.read(DecimalText.write(value), column)).isEqualTo(value);
  }
}
