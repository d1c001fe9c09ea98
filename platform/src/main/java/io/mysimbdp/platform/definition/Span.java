package io.mysimbdp.platform.definition;

import io.mysimbdp.platform.window.Windows;
import java.io.Serializable;

/** Over which stretch of time a rollup gathers its rows. */
public sealed interface Span extends Serializable {

  /** None: each row that passes {@code where} gives one row at once. Silver only. */
  record Each() implements Span {}

  /** Event-time windows. Silver only. */
  record Windowed(Windows windows) implements Span {}

  /** The interval of a batch run. Gold only. */
  record Interval() implements Span {}
}
