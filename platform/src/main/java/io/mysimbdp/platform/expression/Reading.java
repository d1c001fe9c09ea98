package io.mysimbdp.platform.expression;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading an expression: the result, or its faults. Neither if it uses a column whose
 * own definition is at fault, as that fault says enough.
 */
public record Reading<T>(Optional<T> result, List<Fault> faults) {

  public Reading {
    faults = List.copyOf(faults);
  }

  static <T> Reading<T> of(T result) {
    return new Reading<>(Optional.of(result), List.of());
  }

  static <T> Reading<T> faulty(List<Fault> faults) {
    return new Reading<>(Optional.empty(), faults);
  }
}
