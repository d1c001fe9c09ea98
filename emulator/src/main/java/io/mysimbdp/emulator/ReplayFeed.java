package io.mysimbdp.emulator;

import io.mysimbdp.emulator.format.EventTimeText;
import io.mysimbdp.emulator.format.LineFormat;
import io.mysimbdp.emulator.input.FileOrder;
import io.mysimbdp.emulator.input.Input;
import io.mysimbdp.emulator.input.InputFile;
import io.mysimbdp.emulator.input.Survey;
import io.mysimbdp.emulator.line.Lines;
import io.mysimbdp.platform.definition.Tenant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The records of files. */
final class ReplayFeed implements Feed {
  private static final long SECOND = 1000;

  /** Sorted files may all be open at once; this is what their buffers take together, or nearly. */
  private static final int BUFFERS = 16 << 20;

  private static final int LARGEST_BUFFER = 1 << 16;
  private static final int SMALLEST_BUFFER = 1 << 12;

  private final List<InputFile> files;
  private final Survey survey;
  private final Bounds bounds;
  private final Lines lines;

  private ReplayFeed(List<InputFile> files, Survey survey, Bounds bounds, Order order) {
    this.files = files;
    this.survey = survey;
    this.bounds = bounds;
    this.lines = order == Order.EVENT_TIME ? survey.sorted() : new FileOrder(files);
  }

  /**
   * Looks through the files, once, unless they are sent as they stand and the dataset's bounds are
   * given.
   */
  static ReplayFeed of(
      Tenant tenant, Source.Replayed source, EmulatorOptions options, ProgressTicker ticker)
      throws EmulationException, IOException {
    List<InputFile> files = new ArrayList<>();
    int even = BUFFERS / 2 / Math.max(1, source.inputs().size());
    int buffer = Math.max(SMALLEST_BUFFER, Math.min(LARGEST_BUFFER, even));
    for (Input input : source.inputs()) {
      files.add(open(tenant, input, files.size(), source.header(), buffer));
    }
    boolean ordered = options.order() == Order.EVENT_TIME;
    if (!ordered && options.from() != null && options.close() != null && options.stamp() == null) {
      return new ReplayFeed(files, null, Bounds.given(options), options.order());
    }
    Survey survey =
        Survey.of(
            files,
            ordered,
            options.sortMemory(),
            (records, share) -> ticker.tick(Progress.Phase.SURVEY, records, -1, share));
    try {
      Bounds bounds =
          survey.timed() ? moved(tenant, options, survey) : Bounds.ofNothing(tenant, options);
      return new ReplayFeed(files, survey, bounds, options.order());
    } catch (EmulationException | RuntimeException e) {
      survey.close();
      throw e;
    }
  }

  /**
   * Bounds of the input; event times are moved by steps that their columns can say. In local time
   * the first may be read as up to an hour earlier, where clocks repeat it.
   */
  private static Bounds moved(Tenant tenant, EmulatorOptions options, Survey survey)
      throws EmulationException {
    long step = SECOND;
    long from = Long.MAX_VALUE;
    List<EventTimeText> times =
        tenant.raw().stream().map(s -> new EventTimeText(s.eventTime().form())).toList();
    for (EventTimeText time : times) {
      step = Math.max(step, time.step());
    }
    Bounds bounds = Bounds.of(tenant, options, survey.earliest(), survey.latest() + 1, step);
    for (EventTimeText time : times) {
      from = Math.min(from, time.rounded(bounds.from()));
    }
    return options.from() == null && bounds.shift() != 0 && from != LineFormat.UNREADABLE
        ? new Bounds(Math.min(from, bounds.from()), bounds.close(), bounds.shift())
        : bounds;
  }

  private static InputFile open(Tenant tenant, Input input, int index, boolean header, int buffer)
      throws EmulationException {
    try {
      InputFile file =
          new InputFile(index, input.path(), tenant.rawStream(input.stream()), header, buffer);
      file.check();
      return file;
    } catch (IOException | IllegalArgumentException e) {
      throw EmulationException.wrongUse(e.getMessage(), e);
    }
  }

  @Override
  public Lines lines() {
    return lines;
  }

  @Override
  public String stream(int input) {
    return files.get(input).stream().name();
  }

  @Override
  public LineFormat format(int input) {
    LineFormat format = files.get(input).format();
    format.shiftEventTimes(bounds.shift());
    return format;
  }

  @Override
  public long total() {
    return survey == null ? -1 : survey.records();
  }

  @Override
  public Bounds bounds() {
    return bounds;
  }

  @Override
  public long emptyLines(String stream) {
    return files.stream()
        .filter(file -> file.stream().name().equals(stream))
        .mapToLong(InputFile::emptyLines)
        .sum();
  }

  @Override
  public void close() throws IOException {
    lines.close();
    if (survey != null) {
      survey.close();
    }
  }
}
