package io.mysimbdp.emulator;

import io.mysimbdp.emulator.EmulationReport.HeldBack;
import io.mysimbdp.emulator.sink.RawSink;
import io.mysimbdp.platform.dataset.Marker;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Tenant;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Feeds a tenant's raw topics with one dataset: a begin marker in every partition of every raw
 * stream, the records, an end marker in every partition. The emulator changes formats and never
 * contents; it drops nothing that it was not told to withhold.
 */
public final class Emulation {
  private static final DateTimeFormatter NAME_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Emulation() {}

  /**
   * Sends a dataset. Returns when every record is safely stored. The sink stays open.
   *
   * @throws EmulationException if that cannot be done or fails; the message says whether a dataset
   *     was left open
   * @throws InterruptedException if the thread is interrupted; a dataset begun stays open
   */
  public static EmulationReport run(
      Tenant tenant, EmulatorOptions options, RawSink sink, ProgressListener listener)
      throws EmulationException, InterruptedException {
    boolean begun = false;
    ProgressTicker ticker = new ProgressTicker(listener);
    try (Feed feed = Feeds.of(tenant, options, ticker)) {
      String dataset = options.dataset() == null ? newName(tenant) : options.dataset();
      Map<String, Tally> tallies = new LinkedHashMap<>();
      for (RawStream stream : tenant.raw()) {
        tallies.put(
            stream.name(),
            new Tally(stream, sink.partitions(stream.name()), feed.bounds().close()));
      }
      begun = true;
      for (Tally tally : tallies.values()) {
        for (int partition = 0; partition < tally.partitions(); partition++) {
          sink.mark(tally.stream(), marker(Marker.Kind.BEGIN, dataset, feed, tally, partition));
        }
      }
      sink.flush();
      long start = System.nanoTime();
      Sender sender = new Sender(options, feed, tallies, sink, ticker);
      boolean complete = sender.sendAll();
      sink.flush();
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      List<HeldBack> heldBack = end(options, dataset, feed, tallies, sink);
      ticker.tell(Progress.Phase.DONE, sender.dealtWith(), feed.total(), 1);
      return new EmulationReport(
          dataset,
          feed.bounds().from(),
          feed.bounds().close(),
          elapsed,
          !complete,
          sender.delayed(),
          tallies.values().stream().map(t -> t.report(feed.emptyLines(t.stream()))).toList(),
          heldBack);
    } catch (IOException e) {
      if (Thread.interrupted()) {
        InterruptedException interrupted = new InterruptedException(e.getMessage());
        interrupted.initCause(e);
        throw interrupted;
      }
      String left = begun ? ". The dataset was begun and has no end in any partition" : "";
      throw EmulationException.failed(e.getMessage() + left, e);
    }
  }

  private static List<HeldBack> end(
      EmulatorOptions options, String dataset, Feed feed, Map<String, Tally> tallies, RawSink sink)
      throws IOException {
    List<HeldBack> heldBack = new ArrayList<>();
    for (Tally tally : tallies.values()) {
      for (int partition = 0; partition < tally.partitions(); partition++) {
        Marker marker = marker(Marker.Kind.END, dataset, feed, tally, partition);
        if (options.endMarkers().includes(tally.stream(), partition)) {
          sink.mark(tally.stream(), marker);
        } else {
          heldBack.add(new HeldBack(tally.stream(), marker));
        }
      }
    }
    sink.flush();
    return heldBack;
  }

  private static Marker marker(
      Marker.Kind kind, String dataset, Feed feed, Tally tally, int partition) {
    return new Marker(
        kind,
        dataset,
        partition,
        tally.partitions(),
        feed.bounds().from(),
        feed.bounds().close(),
        kind == Marker.Kind.END ? tally.sent(partition) : 0);
  }

  /** Two datasets made in the same second still differ. */
  private static String newName(Tenant tenant) {
    Instant now = Instant.now();
    int suffix = ThreadLocalRandom.current().nextInt(36 * 36 * 36 * 36);
    return tenant.name() + "-" + NAME_TIME.format(now) + "-" + Integer.toString(suffix, 36);
  }
}
