package io.mysimbdp.stream.gate;

import static io.mysimbdp.stream.VmCpu.at;
import static io.mysimbdp.stream.VmCpu.marker;
import static io.mysimbdp.stream.VmCpu.pulse;
import static io.mysimbdp.stream.VmCpu.raw;
import static io.mysimbdp.stream.VmCpu.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.dataset.Marker;
import io.mysimbdp.platform.dataset.PartitionLedger;
import io.mysimbdp.platform.names.Names;
import io.mysimbdp.platform.window.Windows;
import io.mysimbdp.stream.VmCpu;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What a record is, is decided in its own partition, in offset order, and by nothing else. */
class LatenessGateTest {
  private final LatenessGate gate = new LatenessGate(VmCpu.TENANT, VmCpu.READINGS, 1);
  private final PartitionState state = new PartitionState(3);
  private final List<String> seen = new ArrayList<>();
  private long offset;

  @Test
  void aRecordInTimeJoinsAllItsWindows() {
    send(reading(0, 0, 10, "a", 50));
    assertThat(seen).containsExactly("joins 180 300 -");
    assertThat(state.joined).containsExactly(1, 3, 0);
    assertThat(state.accepted).isOne();
  }

  @Test
  void aRecordIsLateOnceItsWindowEndedMoreThanTheOutOfOrdernessAgo() {
    send(reading(0, 0, 210, "a", 50)); // 180 <= 210 - 30
    send(reading(0, 1, 179, "a", 95));
    assertThat(seen.subList(1, 3)).containsExactly("late 180..180 none none", "joins - 300 row");
    assertThat(state.late).isOne();
  }

  @Test
  void aRecordJustInTimeIsNotLate() {
    send(reading(0, 0, 209, "a", 50));
    send(reading(0, 1, 0, "a", 50));
    assertThat(seen).last().isEqualTo("joins 180 300 -");
  }

  @Test
  void aRecordThatRaisesTheClockIsJudgedByTheClockBefore() {
    send(reading(0, 0, 10_000, "a", 50));
    assertThat(seen).hasSize(1);
    assertThat(state.high).isEqualTo(at(10_000));
  }

  @Test
  void aRecordLateForEverythingStillGivesItsRowWithoutWindow() {
    send(reading(0, 0, 10_000, "a", 50));
    send(reading(0, 1, 100, "a", 99));
    assertThat(seen.subList(1, 3)).containsExactly("late 180..180 300..900 none", "joins - - row");
  }

  @Test
  void aDeadLetterMovesNothing() {
    send(begin("d", 0, 1000));
    send(reading(0, 1, 5000, "a", 50));
    send(raw(0, 2, "{\"timestamp\":"));
    send(reading(0, 3, 10, "a", 150));
    send(reading(0, 4, 10, "", 50));
    assertThat(seen)
        .satisfiesExactly(
            one ->
                assertThat(one)
                    .contains("2019-01-01T01:23:20Z is outside dataset 'd'")
                    .contains("to before 2019-01-01T00:16:40Z"),
            two -> assertThat(two).contains("not JSON"),
            three -> assertThat(three).contains("quality rule 'max_cpu_is_percent' is broken"),
            four -> assertThat(four).contains("key field 'vm_id' is empty"));
    assertThat(state.high).isEqualTo(Long.MIN_VALUE);
    assertThat(state.rejected).isEqualTo(4);
  }

  @Test
  void outsideADatasetATimeFarAheadOfItsArrivalIsADeadLetter() {
    send(reading(0, 0, 86_400, "a", 50));
    send(reading(0, 1, 86_401, "a", 50));
    assertThat(seen.get(0)).startsWith("joins");
    assertThat(seen.get(1)).contains("more than PT24H after its arrival");
  }

  @Test
  void timesOutsideTheDefinitionAreDeadLettersEverywhere() {
    send(reading(0, 0, -1, "a", 50));
    send(reading(0, 1, 31_536_000, "a", 50));
    send(reading(0, 2, Long.MAX_VALUE, "a", 50));
    assertThat(seen.get(0)).contains("before the earliest");
    assertThat(seen.get(1)).contains("2020-01-01T00:00:00Z is after the latest");
    assertThat(seen.get(2)).contains("outside 64 bits");
  }

  @Test
  void anEndMarkerClosesThePartitionBeyondItsLastWindow() {
    send(begin("d", 0, 600));
    send(reading(0, 1, 10, "a", 50));
    send(raw(0, 2, "nonsense"));
    send(end("d", 0, 600, 2));
    assertThat(seen)
        .last()
        .isEqualTo(
            "closed d 2=1+1+0 {vm_cpu_rolling=3, vm_cpu_spikes=0,"
                + " vm_cpu_windows=1} final 1200");
    assertThat(state.watermark(30_000)).isEqualTo(at(1200) - 1);
    send(begin("e", 600, 1200));
    send(reading(0, 5, 700, "a", 50));
    assertThat(seen).contains("late 720..720 900..1200 none");
  }

  @Test
  void aMissingBeginMarkerShowsInTheLedgerInsteadOfHangingTheDataset() {
    send(reading(0, 0, 10, "a", 50));
    send(end("d", 0, 600, 2));
    assertThat(seen).last().asString().startsWith("closed d 2=1+0+0");
  }

  @Test
  void aControlHeaderWithoutAValueIsADeadLetter() {
    ConsumerRecord<byte[], byte[]> record = reading(0, 0, 10, "a", 50);
    record.headers().add(Names.CONTROL_HEADER, null);
    send(record);
    assertThat(seen.get(0)).contains("not a marker");
    assertThat(state.rejected).isOne();
  }

  @Test
  void anEndThatComesAgainDoesNotCloseTheNextDataset() {
    send(begin("d", 0, 600));
    send(end("d", 0, 600, 0));
    send(begin("e", 1800, 3600));
    send(reading(0, 0, 2400, "a", 50));
    send(end("d", 0, 600, 0));
    assertThat(seen).last().asString().contains("'d' is closed here already");
    send(end("e", 1800, 3600, 1));
    assertThat(seen).last().asString().startsWith("closed e 1=1+0+0");
  }

  @Test
  void markersThatMakeNoSenseAreDeadLetters() {
    send(begin("d", 0, 600));
    send(begin("d", 0, 600));
    send(end("d", 0, 600, 0));
    send(end("d", 0, 600, 0));
    send(marker(9, new Marker(Marker.Kind.END, "e", 0, 7, at(0), at(600), 0)));
    assertThat(seen)
        .satisfiesExactly(
            one -> assertThat(one).contains("'d' is open here already"),
            two -> assertThat(two).startsWith("closed d"),
            three -> assertThat(three).contains("'d' is closed here already"),
            four -> assertThat(four).contains("partition 0 of 7 stands in partition 0 of 1"));
  }

  @Test
  void aDatasetThatIsNeverClosedIsNotForgottenSilently() {
    send(begin("d", 0, 600));
    send(reading(0, 1, 10, "a", 50));
    send(begin("e", 600, 1200));
    assertThat(seen).last().asString().contains("'d' was never closed here: 1 records");
    send(reading(0, 3, 610, "a", 50));
    send(end("e", 600, 1200, 1));
    assertThat(seen)
        .last()
        .asString()
        .startsWith("closed e 1=1+0+0 {vm_cpu_rolling=6, vm_cpu_spikes=0, vm_cpu_windows=2}")
        .endsWith("with d from 0");
    send(begin("f", 1800, 2400));
    send(end("f", 1800, 2400, 0));
    assertThat(seen).last().asString().endsWith("final 3000");
  }

  @Test
  void aPulseTakesASilentPartitionOnAsARecordWould() {
    send(begin("d", 0, 6000));
    send(reading(0, 1, 10, "a", 50));
    send(pulse(2, 0, 1000));
    assertThat(state.watermark(30_000)).isEqualTo(at(970) - 1);
    send(pulse(3, 0, 500));
    assertThat(state.high).isEqualTo(at(1000));
    send(reading(0, 4, 100, "a", 50));
    assertThat(state.late).isOne();
    assertThat(state.counted()).isEqualTo(2);
  }

  @Test
  void aPulseThatDoesNotBelongMovesNothing() {
    send(begin("d", 0, 600));
    send(pulse(1, 0, 600));
    send(pulse(2, 3, 100));
    assertThat(seen)
        .satisfiesExactly(
            one -> assertThat(one).contains("outside dataset 'd'"),
            two -> assertThat(two).contains("a pulse for partition 3 stands here"));
    assertThat(state.high).isEqualTo(Long.MIN_VALUE);
    assertThat(state.counted()).isZero();
  }

  private void send(ConsumerRecord<byte[], byte[]> record) {
    gate.process(record, state, this::note);
  }

  private Marker marker0(Marker.Kind kind, String dataset, long from, long close, long sent) {
    return new Marker(kind, dataset, 0, 1, at(from), at(close), sent);
  }

  private ConsumerRecord<byte[], byte[]> begin(String dataset, long from, long close) {
    return marker(offset++, marker0(Marker.Kind.BEGIN, dataset, from, close, 0));
  }

  private ConsumerRecord<byte[], byte[]> end(String dataset, long from, long close, long sent) {
    return marker(offset++, marker0(Marker.Kind.END, dataset, from, close, sent));
  }

  private void note(Gated gated) {
    if (gated instanceof Gated.Admitted admitted) {
      seen.add(
          "joins %s %s %s"
              .formatted(
                  end(admitted.firstJoin[0]),
                  end(admitted.firstJoin[1]),
                  admitted.firstJoin[2] == Windows.NONE ? "-" : "row"));
    } else if (gated instanceof Gated.Late late) {
      seen.add("late %s %s %s".formatted(missed(late, 0), missed(late, 1), missed(late, 2)));
    } else if (gated instanceof Gated.Dead dead) {
      seen.add(dead.reason());
    } else if (gated instanceof Gated.Closed closed) {
      PartitionLedger ledger = closed.ledger();
      Map<String, Long> joined = closed.joined();
      seen.add(
          "closed %s %d=%d+%d+%d %s final %s"
                  .formatted(
                      closed.dataset(),
                      ledger.sent(),
                      ledger.accepted(),
                      ledger.rejected(),
                      ledger.late(),
                      joined,
                      end(closed.fin()))
              + closed.abandoned().entrySet().stream()
                  .map(left -> " with " + left.getKey() + " from " + end(left.getValue()))
                  .collect(Collectors.joining()));
    }
  }

  private static String missed(Gated.Late late, int analytic) {
    return late.missedFrom()[analytic] == Windows.NONE
        ? "none"
        : end(late.missedFrom()[analytic]) + ".." + end(late.missedTo()[analytic]);
  }

  private static String end(long millis) {
    return millis == Windows.NONE ? "-" : String.valueOf((millis - VmCpu.ORIGIN) / 1000);
  }
}
