package io.mysimbdp.local.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.connection.ClosedConnectionException;
import io.mysimbdp.platform.coredms.CoreDmsException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private final List<String> said = new ArrayList<>();
  private final Attempts attempts = new Attempts(Collections.nCopies(3, Duration.ZERO), said::add);

  @Test
  void goesOnWhileServersDoNotAnswer() throws Exception {
    Iterator<RuntimeException> failures =
        List.of(
                new ClosedConnectionException("closed"),
                new CoreDmsException("refused", null),
                new TimeoutException("no broker"))
            .iterator();
    String done =
        attempts.of(
            () -> {
              if (failures.hasNext()) {
                throw failures.next();
              }
              return "done";
            });
    assertThat(done).isEqualTo("done");
    assertThat(said)
        .containsExactly(
            "closed; once more in 0 s", "refused; once more in 0 s", "no broker; once more in 0 s");
  }

  @Test
  void endsWithTheLastFailure() {
    assertThatThrownBy(
            () ->
                attempts.of(
                    () -> {
                      throw new CoreDmsException("attempt " + said.size(), null);
                    }))
        .isInstanceOf(CoreDmsException.class)
        .hasMessage("attempt 3");
  }

  @Test
  void whatIsNoServersFaultIsNotRepeated() {
    assertThatThrownBy(
            () ->
                attempts.of(
                    () -> {
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(said).isEmpty();
  }

  @Test
  void lastsAsLongAsAServerTakesToComeBack() {
    Duration together =
        Attempts.forTwoMinutes(said::add).pauses().stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(together).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(3));
  }

  @Test
  void theDriverMayReadAgain() {
    assertThat(Export.again("SELECT a FROM b").isIdempotent()).isTrue();
  }
}
