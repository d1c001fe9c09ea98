package io.mysimbdp.emulator;

import io.mysimbdp.emulator.input.Input;
import io.mysimbdp.emulator.synthetic.SyntheticData;
import java.util.List;

/** Where the records come from. */
public sealed interface Source {

  /**
   * Files in the dataset's own format.
   *
   * @param header whether the first line of each names its columns even if few of them are known
   */
  record Replayed(List<Input> inputs, boolean header) implements Source {
    public Replayed {
      inputs = List.copyOf(inputs);
    }
  }

  /** Made-up data, for a tenant with the columns of their dataset. */
  record Synthetic(SyntheticData data) implements Source {}
}
