package io.mysimbdp.local.endtoend.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.endtoend.rows.Rows;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClusterOracleTest {
  private static final long MIDNIGHT = at("2011-05-02T00:00:00Z");

  private final ClusterOracle oracle = new ClusterOracle();

  @Test
  void aMinuteOfAMachineIsAddedUpWithoutRounding() {
    task(600_000_001, "5", 0, "0.1", "7.057e-05");
    task(659_999_999, "5", 2, "0.2", "");
    task(660_000_000, "5", 2, "", "");
    long eleven = at("2011-05-01T23:00:00Z");
    // In binary, the sum of 0.1 and 0.2 rounded once is not 0.3.
    assertThat(
            oracle
                .machineUsage()
                .differenceTo(
                    Stream.of(
                        Cluster.MACHINE_USAGE.row(
                            "5",
                            eleven,
                            eleven + 60_000,
                            0.30000000000000004,
                            7.057e-05,
                            0.15000000000000002,
                            7.057e-05,
                            2L,
                            1L),
                        Cluster.MACHINE_USAGE.row(
                            "5",
                            eleven + 60_000,
                            eleven + 120_000,
                            null,
                            null,
                            null,
                            null,
                            1L,
                            1L))))
        .isEmpty();
  }

  @Test
  void theTwoSpecialTimesHaveMinutesOfTheirOwn() {
    oracle.jobEvent("0,,1,4,u,3,n,l");
    oracle.jobEvent("600000000,,1,4,u,3,n,l");
    oracle.jobEvent("9223372036854775807,,1,4,u,3,n,l");
    oracle.jobEvent("9223372036854775807,,2,4,u,3,n,l");
    assertThat(
            oracle
                .jobActivity()
                .differenceTo(
                    Stream.of(
                        Cluster.JOB_ACTIVITY.row(
                            4L, at("2011-05-01T22:50:00Z"), at("2011-05-01T22:51:00Z"), 1L),
                        Cluster.JOB_ACTIVITY.row(
                            4L, at("2011-05-01T23:00:00Z"), at("2011-05-01T23:01:00Z"), 1L),
                        Cluster.JOB_ACTIVITY.row(
                            4L, at("2011-05-30T23:00:00Z"), at("2011-05-30T23:01:00Z"), 2L))))
        .isEmpty();
  }

  @Test
  void aDayIsMadeOfTheMinutesTotals() {
    long beforeMidnight = 69 * 60_000_000L;
    task(beforeMidnight, "5", 0, "1.0", "0.5");
    task(beforeMidnight + 1, "5", 2, "0.5", "0.5");
    task(beforeMidnight - 60_000_000L, "5", 0, "0.5", "");
    task(beforeMidnight + 60_000_000L, "5", 0, "4.0", "0.5");
    assertThat(
            oracle
                .machineDays()
                .differenceTo(
                    Stream.of(
                        Cluster.MACHINE_DAYS.row(
                            "day",
                            at("2011-05-01T00:00:00Z"),
                            MIDNIGHT,
                            "5",
                            1.5,
                            1.0,
                            1.0,
                            1.0,
                            3L,
                            1L),
                        Cluster.MACHINE_DAYS.row(
                            "day",
                            MIDNIGHT,
                            at("2011-05-03T00:00:00Z"),
                            "5",
                            4.0,
                            4.0,
                            0.5,
                            0.5,
                            1L,
                            0L))))
        .isEmpty();
  }

  @Test
  void tiesAreRankedByTheMachinesName() {
    long afterMidnight = 70 * 60_000_000L;
    for (int machine = 1; machine <= 12; machine++) {
      task(afterMidnight, Integer.toString(machine), 0, machine == 12 ? "0.5" : "0.25", "0.0");
    }
    task(afterMidnight, "", 0, "9.0", "0.0");
    task(afterMidnight, "13", 0, "", "0.0");
    double all = 0.5 + 11 * 0.25;
    Rows expected = new Rows();
    String[] ranked = {"12", "1", "10", "11", "2", "3", "4", "5", "6", "7"};
    for (int i = 0; i < ranked.length; i++) {
      double peak = i == 0 ? 0.5 : 0.25;
      expected.add(
          Cluster.HOTTEST_MACHINES.row(
              "day",
              MIDNIGHT,
              at("2011-05-03T00:00:00Z"),
              ranked[i],
              peak,
              peak,
              0L,
              i + 1L,
              12L,
              peak / all));
    }
    assertThat(expected.differenceTo(oracle.hottestMachines().stream())).isEmpty();
  }

  private void task(long micros, String machine, int type, String cpu, String memory) {
    oracle.taskEvent(
        micros + ",,6252,0," + machine + "," + type + ",user,3,9," + cpu + "," + memory + ",0.1,0");
  }

  private static long at(String time) {
    return Instant.parse(time).toEpochMilli();
  }
}
