package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where faults happen.
 *
 * @param feeds one for each tenant
 */
record Scene(Stack stack, List<Tenant> tenants, List<Feed> feeds, Watcher watcher, Vitals vitals) {

  /** What this strike does. */
  Attack attack(Strike strike) {
    Victims victims = new Victims(stack, tenants, feeds);
    return switch (strike.cell().fault()) {
      case KILL, STOP, FREEZE, LONG_FREEZE, KILL_AMONG_FROZEN ->
          switch (strike.cell().target()) {
            case LOADER -> new LoaderAttack(this, strike);
            case SEVERAL -> new SeveralAttack(victims, strike);
            default -> new ProcessAttack(victims, strike);
          };
      case KILL_AT_MARKERS -> aimed(strike, () -> new EndMarkers(this));
      case KILL_BEFORE_BATCH -> aimed(strike, () -> new CompleteDataset(this));
      case KILL_IN_GOLD_WRITE -> aimed(strike, () -> new GoldWrite(this));
      case CUT, LONG_CUT, DELAY, RESET -> LinkAttack.on(stack, strike.cell());
      case KILL_IN_CHECKPOINT ->
          new CheckpointAttack(stack, new TaskManagers(stack), streamJob(strike));
      case KILL_BEFORE_COMMIT ->
          CommitAttack.before(stack, new TaskManagers(stack), vitals, streamJob(strike));
      case KILL_IN_COMMIT ->
          CommitAttack.during(stack, new TaskManagers(stack), vitals, streamJob(strike));
      case RESCALE, UPGRADE, BROKEN_RESCALE -> new ScaleAttack(stack, tenants, strike);
      case FULL -> new FullDiskAttack(stack, tenants);
    };
  }

  /** What it does to a process that is at work when a moment comes. */
  Attack aimed(Strike strike, Supplier<Moment> moments) {
    return new AimedAttack(new ProcessAttack(new Victims(stack, tenants, feeds), strike), moments);
  }

  /** The name of the stream job that is meant. */
  private String streamJob(Strike strike) {
    return Names.streamJob(tenants.get(strike.pick() % tenants.size()));
  }
}
