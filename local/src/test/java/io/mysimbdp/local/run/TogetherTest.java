package io.mysimbdp.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysimbdp.platform.coredms.CoreDmsException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TogetherTest {
  private static final Together.Check SOUND = () -> {};

  private final CompletableFuture<String> part = new CompletableFuture<>();
  private final CompletableFuture<String> beside = new CompletableFuture<>();

  @Test
  void aPartThatFailsEndsTheWaitForTheOther() {
    Exception cause = new CoreDmsException("Cassandra does not answer", null);
    beside.completeExceptionally(cause);
    assertThatThrownBy(() -> Together.await(part, beside, SOUND)).isSameAs(cause);
  }

  @Test
  void alsoIfItFailsDuringTheWait() {
    Exception cause = new CoreDmsException("Cassandra does not answer", null);
    assertThatThrownBy(
            () -> Together.await(part, beside, () -> beside.completeExceptionally(cause)))
        .isSameAs(cause);
  }

  @Test
  void aPartThatEndsWellDoesNot() throws Exception {
    beside.complete("early");
    assertThat(Together.await(part, beside, () -> part.complete("late"))).isEqualTo("late");
  }

  @Test
  void anErrorIsToldAsWhatBrokeTheRun() {
    part.completeExceptionally(new OutOfMemoryError("Java heap space"));
    assertThatThrownBy(() -> Together.await(part, beside, SOUND))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Java heap space");
  }

  @Test
  void theCheckEndsItToo() {
    assertThatThrownBy(
            () ->
                Together.await(
                    part,
                    beside,
                    () -> {
                      throw new RunFailedException("nothing has moved");
                    }))
        .isInstanceOf(RunFailedException.class);
  }
}
