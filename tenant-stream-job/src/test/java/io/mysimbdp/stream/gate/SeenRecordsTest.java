package io.mysimbdp.stream.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is remembered is what a plain map would remember, whenever memory is freed or saved. */
class SeenRecordsTest {
  private static final long HORIZON = 50;

  @Property
  void remembersAsAMapDoes(
      @ForAll @Size(max = 400) List<@IntRange(min = 0, max = 120) Integer> identities,
      @ForAll @IntRange(min = 1, max = 100) int savedEvery)
      throws IOException {
    SeenRecords seen = new SeenRecords();
    Map<Integer, Long> plain = new HashMap<>();
    for (int i = 0; i < identities.size(); i++) {
      int identity = identities.get(i);
      long time = i;
      long remembered = i - HORIZON;
      Long before = plain.get(identity);
      boolean expected = before != null && before >= remembered;
      if (!expected) {
        plain.put(identity, time);
      }
      assertThat(seen.seen(identity % 3, identity, time, remembered)).isEqualTo(expected);
      if (i % savedEvery == 0) {
        seen = copy(seen);
      }
    }
  }

  private static SeenRecords copy(SeenRecords seen) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    seen.write(new DataOutputStream(bytes));
    return SeenRecords.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }
}
