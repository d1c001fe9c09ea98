package io.mysimbdp.emulator;

import io.mysimbdp.emulator.input.Input;
import io.mysimbdp.emulator.synthetic.VmCpuSpec;
import java.util.List;

/** Where the records come from. */
public sealed interface Source {

  /**
   * Files in the dataset's own format.
   *
   * @param header whether the first line of each names its columns
   */
  record Replayed(List<Input> inputs, boolean header) implements Source {
    public Replayed {
      inputs = List.copyOf(inputs);
    }
  }

  /** Synthetic readings of virtual machines, for a tenant with the columns of vm-cpu. */
  record Synthetic(VmCpuSpec spec) implements Source {}
}
