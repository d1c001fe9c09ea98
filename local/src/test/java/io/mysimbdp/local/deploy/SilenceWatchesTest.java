package io.mysimbdp.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SilenceWatchesTest {
  @Test
  void goesOnLookingWhateverGoesWrong() throws Exception {
    CountDownLatch looks = new CountDownLatch(3);
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(1);
    try {
      var unused =
          threads.scheduleWithFixedDelay(
              () ->
                  SilenceWatches.look(
                      () -> {
                        looks.countDown();
                        if (looks.getCount() == 2) {
                          throw new NoClassDefFoundError("made up");
                        }
                        throw new IllegalStateException("the broker is away");
                      }),
              0,
              1,
              TimeUnit.MILLISECONDS);
      assertThat(looks.await(30, TimeUnit.SECONDS)).as("looked again").isTrue();
    } finally {
      threads.shutdownNow();
    }
  }
}
