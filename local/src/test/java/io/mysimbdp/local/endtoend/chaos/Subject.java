package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.definition.Tenant;
import java.util.List;

/** A deployed tenant that is fed and watched while faults happen, and judged at the end. */
interface Subject extends AutoCloseable {
  /** Deploys a tenant. */
  static Subject of(Stack stack, ChaosOptions options, String tenant) {
    return tenant.equals("vm-cpu")
        ? new VmCpuSubject(stack, options)
        : new TwinSubject(stack, options, tenant);
  }

  /** The tenant as it is defined. */
  Tenant tenant();

  /** The name of a dataset. */
  static String dataset(int number) {
    return "chaos-%03d".formatted(number);
  }

  /**
   * The command that feeds it with one dataset, the next after those before.
   *
   * @param number from 0; numbers may be left out
   * @param hurried whether it shall come as fast as it can, and not at the pace of the run
   * @return empty if there is no event time left for it
   */
  List<String> emulate(int number, boolean hurried);

  /**
   * Is called when it is not fed any more, before any is judged: what judging does not need makes
   * room for that of others, once its datasets are through their batch runs.
   */
  default void settle() {}

  /** Judges everything, all batch runs included. Others may be judged at the same time. */
  List<Comparison> judge();

  @Override
  void close();
}
