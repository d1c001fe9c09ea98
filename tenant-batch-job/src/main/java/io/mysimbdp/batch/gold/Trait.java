package io.mysimbdp.batch.gold;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Span;

/** What only some gold tables have, so that only their rows take a way round. */
enum Trait {
  /** Calendar periods. */
  PERIODS,
  /** Columns of the period before. */
  PREVIOUS,
  /** A rank. */
  RANK;

  boolean of(Rollup table) {
    return switch (this) {
      case PERIODS -> table.span() instanceof Span.Calendar;
      case PREVIOUS -> !table.refinement().previous().isEmpty();
      case RANK -> table.refinement().rank() != null;
    };
  }
}
