package io.mysimbdp.local.endtoend.chaos;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mysimbdp.local.endtoend.stack.FlinkJobs;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.names.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The {@link CheckpointDisk} is full to the last byte for a while. Checkpoints fail, and with them
 * the commits wait; the jobs run on.
 */
final class FullDiskAttack implements Attack {
  /** Ten checkpoints of each job. */
  private static final Duration SPAN = Duration.ofSeconds(20);

  /** Until every job has had a checkpoint fail; what Flink says about them is seconds old. */
  private static final Duration AT_MOST = Duration.ofSeconds(90);

  private static final Duration LOOK = Duration.ofMillis(20);
  private static final int LARGEST = 1 << 20;

  private final Path directory;
  private final Path filler;
  private final FlinkJobs flink;
  private final List<String> names;

  /** A job and what it had been through. */
  private record Before(String name, long restored) {}

  FullDiskAttack(Stack stack, List<Tenant> tenants) {
    this.directory = CheckpointDisk.directory(stack);
    this.filler = directory.resolve("filler");
    this.flink = new FlinkJobs(stack.flink());
    this.names =
        tenants.stream()
            .flatMap(tenant -> Stream.of(Names.streamJob(tenant), Names.loaderJob(tenant)))
            .toList();
  }

  @Override
  public boolean ready() {
    return CheckpointDisk.isUnder(directory);
  }

  @Override
  public Blow strike() {
    Map<String, Before> before = new TreeMap<>();
    for (String name : names) {
      flink.running(name).forEach(id -> before.put(id, new Before(name, flink.restored(id))));
    }
    long began = System.currentTimeMillis();
    Set<String> reasons = new TreeSet<>();
    try (FileChannel file =
        FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      await()
          .atMost(AT_MOST)
          .pollInterval(LOOK)
          .until(
              () -> {
                fill(file);
                return System.currentTimeMillis() - began >= SPAN.toMillis()
                    && haveAllFailed(before.keySet(), began, reasons);
              });
    } catch (ConditionTimeoutException e) {
      return Blow.missed(began, "not every job has had a checkpoint fail within " + AT_MOST);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot fill " + directory, e);
    } finally {
      empty();
    }
    long over = System.currentTimeMillis();
    if (!haveAllCompleted(before.keySet(), over)) {
      return Blow.broken(over, "not every job has completed a checkpoint within " + AT_MOST);
    }
    List<String> restarted = restarted(before);
    return restarted.isEmpty()
        ? Blow.hit(over, "checkpoints failed: " + String.join("; ", reasons))
        : Blow.broken(over, "jobs must not restart for it, but did: " + restarted);
  }

  /** What others give back by removing files is taken as well. */
  private static void fill(FileChannel file) {
    for (int size = LARGEST; size > 0; size /= 2) {
      try {
        while (true) {
          file.write(ByteBuffer.allocate(size));
        }
      } catch (IOException e) {
        // No space for so much; for less there may be.
      }
    }
  }

  /** Whether each of these jobs has had a checkpoint fail that began since, and why they did. */
  private boolean haveAllFailed(Set<String> ids, long since, Set<String> reasons) {
    boolean all = true;
    for (String id : ids) {
      boolean failed = false;
      for (JsonNode checkpoint : flink.get("/jobs/" + id + "/checkpoints").path("history")) {
        if (checkpoint.path("status").asText().equals("FAILED")
            && checkpoint.path("trigger_timestamp").asLong() >= since) {
          failed = true;
          reasons.add(checkpoint.path("failure_message").asText());
        }
      }
      all &= failed;
    }
    return all;
  }

  /** What Flink says of a job then tells of every restart while the disk was full. */
  private boolean haveAllCompleted(Set<String> ids, long since) {
    try {
      await()
          .atMost(AT_MOST)
          .until(
              () ->
                  ids.stream()
                      .allMatch(
                          id ->
                              flink
                                  .newestCheckpoint(id)
                                  .filter(newest -> newest.triggered() > since)
                                  .isPresent()));
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }

  private void empty() {
    try {
      Files.deleteIfExists(filler);
    } catch (IOException e) {
      throw new UncheckedIOException("the disk stays full: cannot remove " + filler, e);
    }
  }

  private List<String> restarted(Map<String, Before> before) {
    List<String> restarted = new ArrayList<>();
    before.forEach(
        (id, job) -> {
          if (!flink.running(job.name()).contains(id) || flink.restored(id) > job.restored()) {
            restarted.add(job.name());
          }
        });
    return restarted;
  }

  @Override
  public boolean isBack() {
    return !Files.exists(filler);
  }
}
