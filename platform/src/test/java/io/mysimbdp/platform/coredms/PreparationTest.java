package io.mysimbdp.platform.coredms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PreparationTest {
  private final AtomicInteger closed = new AtomicInteger();

  @Test
  void whatIsPreparedStaysOpen() {
    AutoCloseable opened = closed::incrementAndGet;
    assertThat(Preparation.<AutoCloseable, String>of(opened, same -> same == opened ? "yes" : "no"))
        .isEqualTo("yes");
    assertThat(closed).hasValue(0);
  }

  @Test
  void whatCannotBePreparedIsClosed() {
    for (Throwable failure : new Throwable[] {new IllegalStateException(), new LinkageError()}) {
      closed.set(0);
      assertThatThrownBy(() -> failing(closed::incrementAndGet, failure)).isSameAs(failure);
      assertThat(closed).as("closed after %s", failure).hasValue(1);
    }
  }

  @Test
  void theFailureIsToldAlsoIfClosingFailsToo() {
    IllegalStateException failure = new IllegalStateException("Cassandra is overloaded");
    IOException second = new IOException("and now away");
    assertThatThrownBy(
            () ->
                failing(
                    () -> {
                      throw second;
                    },
                    failure))
        .isSameAs(failure)
        .hasSuppressedException(second);
  }

  private static void failing(AutoCloseable opened, Throwable failure) {
    Preparation.of(
        opened,
        same -> {
          if (failure instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) failure;
        });
  }
}
