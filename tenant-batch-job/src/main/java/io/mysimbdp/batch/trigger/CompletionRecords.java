package io.mysimbdp.batch.trigger;

import io.mysimbdp.platform.dataset.CompletionCollector;
import io.mysimbdp.platform.dataset.CompletionSet;
import io.mysimbdp.platform.dataset.DatasetJson;
import io.mysimbdp.platform.dataset.Loss;
import io.mysimbdp.platform.names.Names;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What the records of a tenant's completions topic say, read from its beginning. */
final class CompletionRecords {
  private final CompletionCollector collector = new CompletionCollector();
  private final List<Loss> losses = new ArrayList<>();

  /** What one more record brings. */
  record News(Optional<CompletionSet> complete, Optional<Loss> loss) {}

  /**
   * Takes the next record.
   *
   * @throws IOException if it is neither a completion nor a notice of a loss
   */
  News take(ConsumerRecord<byte[], byte[]> record) throws IOException {
    Header control = record.headers().lastHeader(Names.CONTROL_HEADER);
    if (control == null) {
      return new News(
          collector.add(DatasetJson.readCompletion(record.value()), record.offset()),
          Optional.empty());
    }
    String kind = new String(control.value(), StandardCharsets.UTF_8);
    if (!kind.equals(Loss.HEADER)) {
      throw new IOException("control header '" + kind + "' is not " + Loss.HEADER);
    }
    Loss loss = DatasetJson.readLoss(record.value());
    if (losses.stream().anyMatch(loss::sameTransaction)) {
      return new News(Optional.empty(), Optional.empty());
    }
    losses.add(loss);
    return new News(Optional.empty(), Optional.of(loss));
  }

  /** All losses, each once. */
  List<Loss> losses() {
    return List.copyOf(losses);
  }

  /** By name, why a dataset is not complete of which there is something; in the order of names. */
  Map<String, String> waiting() {
    Map<String, String> waiting = new LinkedHashMap<>(collector.open());
    for (Loss loss : losses) {
      for (String dataset : loss.datasets()) {
        waiting.put(
            dataset, "its completion is lost, so it will never be complete. " + loss.sentence());
      }
    }
    return waiting;
  }
}
