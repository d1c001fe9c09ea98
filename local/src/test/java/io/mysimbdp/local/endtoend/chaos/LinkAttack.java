package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.link.Disturbance;
import io.mysimbdp.local.endtoend.link.Link;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.time.Duration;

/** The network between jobs and a store is cut, slow, or drops its connections. */
final class LinkAttack implements Attack {
  private static final Duration EACH_WAY = Duration.ofMillis(400);

  private final Link link;
  private final Cell cell;

  private LinkAttack(Link link, Cell cell) {
    this.link = link;
    this.cell = cell;
  }

  static LinkAttack on(Stack stack, Cell cell) {
    return new LinkAttack(
        cell.target() == Target.KAFKA_LINK ? stack.links().kafka() : stack.links().cassandra(),
        cell);
  }

  @Override
  public boolean ready() {
    return link.connections() > 0;
  }

  @Override
  public Blow strike() throws InterruptedException {
    if (cell.fault() == Fault.RESET) {
      long began = System.currentTimeMillis();
      int count = link.reset();
      return judge(began, count > 0, count + " connections reset");
    }
    boolean slow = cell.fault() == Fault.DELAY;
    try {
      if (slow) {
        link.delay(EACH_WAY);
      } else {
        link.cut();
      }
      link.remain(cell.fault().span(cell.target()));
    } finally {
      link.heal();
    }
    Disturbance done = link.disturbance();
    return slow
        ? judge(System.currentTimeMillis(), done.delayed() > 0, done.delayed() + " pieces delayed")
        : judge(
            System.currentTimeMillis(),
            done.held() > 0,
            done.held() + " directions of connections stalled, " + done.refused() + " refused");
  }

  private static Blow judge(long since, boolean hit, String seen) {
    return hit ? Blow.hit(since, seen) : Blow.missed(since, "nothing went that way: " + seen);
  }

  @Override
  public boolean isBack() {
    return link.connections() > 0;
  }
}
