package io.mysimbdp.emulator;

import io.mysimbdp.emulator.fault.Fault;
import io.mysimbdp.emulator.fault.FaultDraw;
import io.mysimbdp.emulator.format.LineFormat;
import io.mysimbdp.emulator.format.RawRecord;
import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.emulator.order.DelayedLines;
import io.mysimbdp.emulator.random.Dice;
import io.mysimbdp.emulator.sink.Partitions;
import io.mysimbdp.emulator.sink.RawSink;
import java.io.IOException;
import java.util.Map;

/** Sends the records of a feed: delayed, spoilt and paced as the options say. */
final class Sender {
  private static final int TICK_EVERY = 1 << 10;

  private final EmulatorOptions options;
  private final Feed feed;
  private final Map<String, Tally> tallies;
  private final RawSink sink;
  private final ProgressTicker ticker;
  private final DelayedLines lines;
  private final FaultDraw draw;
  private final RawRecord record = new RawRecord();
  private long dealtWith;

  Sender(
      EmulatorOptions options,
      Feed feed,
      Map<String, Tally> tallies,
      RawSink sink,
      ProgressTicker ticker) {
    this.options = options;
    this.feed = feed;
    this.tallies = tallies;
    this.sink = sink;
    this.ticker = ticker;
    this.lines = new DelayedLines(feed.lines(), options.delays(), options.seed());
    this.draw = new FaultDraw(options.faults(), options.seed());
  }

  /** Sends everything; false if the time was up before. */
  boolean sendAll() throws IOException, InterruptedException {
    Pacer pacer = new Pacer(options.pace(), options.duration());
    for (Line line = lines.next(); line != null; line = lines.next()) {
      if (!pacer.await(line, dealtWith, this::tick)) {
        return false;
      }
      Tally tally = tallies.get(feed.stream(line.input()));
      tally.countRead();
      dealWith(line, tally);
      if (++dealtWith % TICK_EVERY == 0) {
        tick();
      }
    }
    return true;
  }

  private void dealWith(Line line, Tally tally) throws IOException {
    LineFormat format = feed.format(line.input());
    if (!format.convert(line, record)) {
      tally.countUnsplit();
      send(tally, null, line.bytes());
      return;
    }
    byte[] key = record.key();
    if (options.faults().rate() > 0 && spoil(line, format, key, tally)) {
      return;
    }
    send(tally, key, record.value());
  }

  /** Gives the record a fault if its turn has come; false if it is still to be sent as it is. */
  private boolean spoil(Line line, LineFormat format, byte[] key, Tally tally) throws IOException {
    Dice dice = draw.dice(line);
    for (Fault fault : draw.draw(tally.stream(), key, dice)) {
      byte[] bad =
          fault.effect() == Fault.Effect.DEAD_LETTER
              ? tally.forge().forge(fault, line, format.fields(), dice)
              : null;
      if (fault.effect() == Fault.Effect.DEAD_LETTER && bad == null) {
        continue;
      }
      tally.countFault(fault);
      options.faultListener().spoilt(tally.stream(), line.input(), line.number(), fault);
      switch (fault.effect()) {
        case DEAD_LETTER -> send(tally, key, bad);
        case REPEATED -> {
          send(tally, key, record.value());
          send(tally, key, record.value());
        }
        case WITHHELD -> {}
      }
      return true;
    }
    return false;
  }

  private void send(Tally tally, byte[] key, byte[] value) throws IOException {
    int partition = Partitions.of(key == null ? value : key, tally.partitions());
    sink.send(tally.stream(), partition, key, value);
    tally.countSent(partition);
  }

  private void tick() {
    long total = feed.total();
    ticker.tick(
        Progress.Phase.SENDING,
        dealtWith,
        total,
        total < 0 ? -1 : (double) dealtWith / Math.max(1, total));
  }

  long dealtWith() {
    return dealtWith;
  }

  long delayed() {
    return lines.delayed();
  }
}
