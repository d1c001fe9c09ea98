package io.mysimbdp.stream.output;

import static io.mysimbdp.stream.VmCpu.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.dataset.AnalyticCount;
import io.mysimbdp.platform.dataset.Completion;
import io.mysimbdp.platform.dataset.DatasetJson;
import io.mysimbdp.platform.dataset.PartitionLedger;
import io.mysimbdp.stream.VmCpu;
import io.mysimbdp.stream.gate.Gated;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** A completion stands behind the last silver of its dataset and counts it. */
class CompletionOperatorTest {
  private static final OutputTopics TOPICS = new OutputTopics(VmCpu.TENANT);

  @Test
  void comesWhenEveryPartitionHasClosedAndTheLastWindowHasFired() throws Exception {
    try (var sink = open(null)) {
      sink.processElement(row(180, 3));
      sink.processElement(closing("d", 0, 600));
      sink.processWatermark(new Watermark(at(600) - 1));
      assertThat(completions(sink)).isEmpty();
      sink.processElement(closing("d", 1, 600));
      assertThat(completions(sink)).hasSize(1);
    }
  }

  @Test
  void waitsForTheLastWindow() throws Exception {
    try (var sink = open(null)) {
      sink.processElement(closing("d", 0, 600));
      sink.processElement(closing("d", 1, 600));
      sink.processElement(row(600, 2));
      sink.processWatermark(new Watermark(at(600) - 2));
      assertThat(completions(sink)).isEmpty();
      sink.processWatermark(new Watermark(at(600) - 1));
      Completion completion = completions(sink).get(0);
      assertThat(completion.written()).containsEntry("vm_cpu_windows", new AnalyticCount(1, 2));
      assertThat(completion.joined()).containsEntry("vm_cpu_windows", 14L);
      assertThat(completion.ledger()).hasSize(2);
    }
  }

  @Test
  void countsEachRowForTheDatasetWhoseWindowsItBelongsTo() throws Exception {
    try (var sink = open(null)) {
      sink.processElement(row(600, 1));
      sink.processElement(row(780, 5));
      sink.processElement(each("d"));
      sink.processElement(each("e"));
      sink.processElement(each(""));
      close(sink, "d", 600);
      sink.processWatermark(new Watermark(at(1200) - 1));
      close(sink, "e", 1200);
      List<Completion> completions = completions(sink);
      assertThat(completions).extracting(Completion::dataset).containsExactly("d", "e");
      assertThat(completions.get(0).written())
          .isEqualTo(
              Map.of(
                  "vm_cpu_windows", new AnalyticCount(1, 1),
                  "vm_cpu_spikes", new AnalyticCount(1, 1)));
      assertThat(completions.get(1).written())
          .isEqualTo(
              Map.of(
                  "vm_cpu_windows", new AnalyticCount(1, 5),
                  "vm_cpu_spikes", new AnalyticCount(1, 1)));
    }
  }

  /** They are counted with the rows of their time, through a restore, and go no further. */
  @Test
  void countsRecordsThatChangedNothing() throws Exception {
    OperatorSubtaskState state;
    try (var sink = open(null)) {
      sink.processElement(row(600, 3));
      sink.processElement(unchanged(599, 2));
      sink.processElement(unchanged(600, 5));
      sink.processElement(unchanged(601, 7));
      assertThat(sink.extractOutputValues()).hasSize(1);
      state = sink.snapshot(1, 1);
    }
    try (var sink = open(state)) {
      close(sink, "d", 600);
      sink.processWatermark(new Watermark(at(600) - 1));
      assertThat(completions(sink).get(0).written())
          .containsEntry("vm_cpu_windows", new AnalyticCount(1, 3, 7));
    }
  }

  @Test
  void goesOnAfterARestoreAndTakesAMarkerSeenTwiceOnce() throws Exception {
    OperatorSubtaskState state;
    try (var sink = open(null)) {
      sink.processElement(row(180, 3));
      sink.processElement(row(360, 4));
      sink.processElement(closing("d", 0, 600));
      sink.processWatermark(new Watermark(at(400)));
      state = sink.snapshot(1, 1);
    }
    try (var sink = open(state)) {
      sink.processElement(closing("d", 0, 600));
      sink.processElement(closing("d", 1, 600));
      sink.processWatermark(new Watermark(at(600) - 1));
      assertThat(completions(sink))
          .singleElement()
          .satisfies(
              completion -> {
                assertThat(completion.written())
                    .containsEntry("vm_cpu_windows", new AnalyticCount(2, 7));
                assertThat(completion.ledger()).hasSize(2);
              });
    }
  }

  /** Its rows are in the interval of the next dataset, so they are counted there. */
  @Test
  void whatWasLeftOpenCountsForTheNextDatasetThatIsClosed() throws Exception {
    OperatorSubtaskState state;
    try (var sink = open(null)) {
      sink.processElement(each("left-open"));
      sink.processElement(closing("left-open", 0, 600));
      state = sink.snapshot(1, 1);
    }
    try (var sink = open(state)) {
      sink.processElement(each("d"));
      sink.processElement(closing("d", 0, 1200));
      sink.processElement(closing("d", 1, 1200, Map.of("left-open", at(-600))));
      sink.processWatermark(new Watermark(at(1200) - 1));
      assertThat(completions(sink))
          .singleElement()
          .satisfies(
              completion -> {
                assertThat(completion.dataset()).isEqualTo("d");
                assertThat(completion.from()).isEqualTo(at(-600));
                assertThat(completion.written())
                    .containsEntry("vm_cpu_spikes", new AnalyticCount(2, 2));
                assertThat(completion.joined()).containsEntry("vm_cpu_windows", 21L);
                assertThat(completion.ledger()).hasSize(2);
              });
    }
  }

  private static OneInputStreamOperatorTestHarness<SinkInput, SinkInput> open(
      OperatorSubtaskState state) throws Exception {
    var harness =
        new OneInputStreamOperatorTestHarness<SinkInput, SinkInput>(
            new CompletionOperator(VmCpu.TENANT));
    harness.setup(SinkInputSerializer.INSTANCE);
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }

  private static void close(
      OneInputStreamOperatorTestHarness<SinkInput, SinkInput> sink, String dataset, long second)
      throws Exception {
    sink.processElement(closing(dataset, 0, second));
    sink.processElement(closing(dataset, 1, second));
  }

  private static StreamRecord<SinkInput> closing(String dataset, int partition, long second) {
    return closing(dataset, partition, second, Map.of());
  }

  private static StreamRecord<SinkInput> closing(
      String dataset, int partition, long second, Map<String, Long> abandoned) {
    return new StreamRecord<>(
        new SinkInput.Closing(
            new Gated.Closed(
                dataset,
                at(0),
                at(second),
                at(second),
                2,
                new PartitionLedger("readings", partition, 7, 7, 0, 0, 0),
                Map.of("vm_cpu_windows", 7L),
                abandoned)));
  }

  private static StreamRecord<SinkInput> row(long end, long records) {
    return new StreamRecord<>(
        new SinkInput.Outgoing(
            TOPICS.silver("vm_cpu_windows"), null, new byte[0], records, at(end), "", ""));
  }

  private static StreamRecord<SinkInput> unchanged(long end, long records) {
    SinkInput unchanged =
        new SinkInput.Unchanged(TOPICS.silver("vm_cpu_windows"), at(end), records);
    return new StreamRecord<>(unchanged);
  }

  private static StreamRecord<SinkInput> each(String dataset) {
    return new StreamRecord<>(
        new SinkInput.Outgoing(
            TOPICS.silver("vm_cpu_spikes"), null, new byte[0], 1, Long.MIN_VALUE, dataset, "0:1"));
  }

  private static List<Completion> completions(
      OneInputStreamOperatorTestHarness<SinkInput, SinkInput> sink) throws IOException {
    List<Completion> completions = new ArrayList<>();
    for (SinkInput input : sink.extractOutputValues()) {
      SinkInput.Outgoing outgoing = (SinkInput.Outgoing) input;
      if (outgoing.topic() == OutputTopics.COMPLETIONS) {
        completions.add(DatasetJson.readCompletion(outgoing.value()));
      }
    }
    return completions;
  }
}
