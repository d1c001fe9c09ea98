package io.mysimbdp.local.deploy;

import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A {@link SilenceWatch} for each stream of a tenant that does not wait for ever. */
final class SilenceWatches implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SilenceWatches.class);

  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          1,
          task -> {
            Thread thread = new Thread(task, "silence");
            thread.setDaemon(true);
            return thread;
          });

  private final List<Future<?>> looking = new ArrayList<>();

  private SilenceWatches() {}

  static SilenceWatches start(Tenant tenant, String kafka) {
    SilenceWatches watches = new SilenceWatches();
    for (RawStream stream : tenant.raw()) {
      if (stream.idleAfter() != null) {
        SilenceWatch watch = new SilenceWatch(tenant, stream, kafka);
        watches.looking.add(
            watches.threads.scheduleWithFixedDelay(
                () -> look(watch::look), 0, watch.pace().toMillis(), TimeUnit.MILLISECONDS));
      }
    }
    return watches;
  }

  /**
   * A broker that is away for a while is no reason to stop looking, and nothing else is: a task
   * that throws is not called again, without a word. Errors are told in full. They do not end the
   * process, since batch runs do without this; where memory runs out the JVM ends anyway.
   */
  static void look(Runnable watch) {
    try {
      watch.run();
    } catch (RuntimeException e) {
      LOG.warn("cannot look after silent partitions now: {}", e.toString());
    } catch (Throwable e) {
      LOG.error("cannot look after silent partitions, and tries again", e);
    }
  }

  @Override
  public void close() {
    looking.forEach(watch -> watch.cancel(true));
    threads.shutdown();
  }
}
