package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.definition.Tenant;
import java.util.List;

/**
 * Where faults happen.
 *
 * @param feeds one for each tenant
 */
record Scene(Stack stack, List<Tenant> tenants, List<Feed> feeds, Watcher watcher, Vitals vitals) {

  /** What this strike does. */
  Attack attack(Strike strike) {
    return switch (strike.cell().fault()) {
      case KILL, STOP, FREEZE, LONG_FREEZE -> new ProcessAttack(new Victims(stack, feeds), strike);
      case RESCALE, UPGRADE, BROKEN_RESCALE -> new ScaleAttack(stack, tenants, strike);
      case FULL -> new FullDiskAttack(stack, tenants);
    };
  }
}
