package io.mysimbdp.emulator;

import io.mysimbdp.emulator.input.Input;
import io.mysimbdp.emulator.input.Inputs;
import io.mysimbdp.emulator.sink.RawSink;
import io.mysimbdp.platform.dataset.Marker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replays two folders of cluster events and checks their order; run in a JVM of its own. */
public final class ManyFilesReplay {
  private ManyFilesReplay() {}

  public static void main(String[] arguments) throws Exception {
    List<Input> files = new ArrayList<>();
    for (String stream : List.of("job-events", "task-events")) {
      files.addAll(Inputs.files(new Input(stream, Path.of(arguments[0], stream))));
    }
    Ordered sink = new Ordered();
    Emulation.run(
        Tenants.cluster(), EmulatorOptions.replaying(files).build(), sink, ProgressListener.SILENT);
    System.out.println("sent " + sink.count + " in order");
  }

  /** Checks that (time, stream, file) never goes back; the event type or index is the file's. */
  private static final class Ordered implements RawSink {
    private static final Pattern JOB = Pattern.compile("\"time\":(\\d+),.*\"event_type\":(\\d+)");
    private static final Pattern TASK = Pattern.compile("\"time\":(\\d+),.*\"task_index\":(\\d+)");

    private long last = -1;
    private long count;

    @Override
    public int partitions(String stream) {
      return 3;
    }

    @Override
    public void send(String stream, int partition, byte[] key, byte[] value) throws IOException {
      String text = new String(value, StandardCharsets.UTF_8);
      boolean task = stream.equals("task-events");
      Matcher matcher = (task ? TASK : JOB).matcher(text);
      if (!matcher.find()) {
        throw new IOException("unexpected record " + text);
      }
      long place =
          Long.parseLong(matcher.group(1)) + (task ? 500 : 0) + Long.parseLong(matcher.group(2));
      if (place <= last) {
        throw new IOException("out of order: " + text);
      }
      last = place;
      count++;
    }

    @Override
    public void mark(String stream, Marker marker) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
