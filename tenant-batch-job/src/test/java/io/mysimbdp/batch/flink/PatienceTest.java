package io.mysimbdp.batch.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysimbdp.batch.flink.FlinkException.Kind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final FlinkException away = new FlinkException(Kind.UNREACHABLE, "nobody there", null);

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final Patience patience = new Patience(Duration.ofSeconds(10), now::get);

  @Test
  void endsWhenFlinkHasBeenAwayForTooLongWithoutABreak() {
    patience.requireLeft(away);
    pass(9);
    patience.requireLeft(away);
    patience.answered();
    pass(9);
    patience.requireLeft(away);
    pass(9);
    assertThatCode(() -> patience.requireLeft(away)).doesNotThrowAnyException();
    pass(2);
    assertThatThrownBy(() -> patience.requireLeft(away))
        .isInstanceOf(FlinkException.class)
        .hasMessageContaining("away for more than 10 s")
        .hasMessageContaining("nobody there");
  }

  @Test
  void asksAgainUntilThereIsAnAnswer() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    String answer =
        patience.repeat(
            () -> {
              if (asked.incrementAndGet() < 4) {
                throw away;
              }
              return "here";
            },
            0);
    assertThat(answer).isEqualTo("here");
    assertThat(asked).hasValue(4);
  }

  @Test
  void doesNotRepeatWhatFlinkRefused() {
    FlinkException refusal = new FlinkException(Kind.REFUSED, "no such jar", null);
    AtomicInteger asked = new AtomicInteger();
    assertThatThrownBy(
            () ->
                patience.repeat(
                    () -> {
                      asked.incrementAndGet();
                      throw refusal;
                    },
                    0))
        .isSameAs(refusal);
    assertThat(asked).hasValue(1);
  }

  private void pass(int seconds) {
    now.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }
}
