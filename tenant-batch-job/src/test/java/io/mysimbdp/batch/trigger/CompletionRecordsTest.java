package io.mysimbdp.batch.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysimbdp.platform.dataset.Completion;
import io.mysimbdp.platform.dataset.DatasetJson;
import io.mysimbdp.platform.dataset.Loss;
import io.mysimbdp.platform.names.Names;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A dataset that will not be completed is named, whether some of its completions came or none. */
class CompletionRecordsTest {
  private final CompletionRecords records = new CompletionRecords();

  @Test
  void datasetsThatWaitAreNamed() throws IOException {
    assertThat(records.take(completion("jan", 1)).complete()).isEmpty();
    assertThat(records.waiting())
        .containsExactly(
            Map.entry("jan", "completions of the sink's subtasks [1] are there, of 2"));

    assertThat(records.take(completion("jan", 0)).complete()).isPresent();
    assertThat(records.waiting()).isEmpty();
  }

  @Test
  void aLossIsNewsOnceAndNamesTheDatasetsThatItTookWithIt() throws IOException {
    Loss loss = new Loss(0, 17, "fenced", Map.of("t.completions", 1L), List.of("feb"), 0);
    assertThat(records.take(notice(loss)).loss()).contains(loss);
    Loss again = new Loss(0, 17, "fenced", Map.of("t.completions", 1L), List.of("feb"), 999);
    assertThat(records.take(notice(again)).loss()).isEmpty();

    assertThat(records.losses()).containsExactly(loss);
    assertThat(records.waiting().get("feb")).contains("its completion is lost", "checkpoint 17");
  }

  @Test
  void anythingElseIsRefused() {
    assertThatThrownBy(() -> records.take(record("end", new byte[0])))
        .hasMessageContaining("'end' is not loss");
  }

  private static ConsumerRecord<byte[], byte[]> completion(String dataset, int subtask) {
    Completion completion =
        new Completion(dataset, subtask, 2, 0, 1, 1, List.of(), Map.of(), Map.of());
    return record(null, DatasetJson.write(completion));
  }

  private static ConsumerRecord<byte[], byte[]> notice(Loss loss) {
    return record(Loss.HEADER, DatasetJson.write(loss));
  }

  private static ConsumerRecord<byte[], byte[]> record(String control, byte[] value) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("t.completions", 0, 0, null, value);
    if (control != null) {
      record.headers().add(Names.CONTROL_HEADER, control.getBytes(StandardCharsets.UTF_8));
    }
    return record;
  }
}
