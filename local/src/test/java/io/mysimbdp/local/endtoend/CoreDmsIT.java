package io.mysimbdp.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import io.mysimbdp.platform.coredms.CoreDms;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions on a real Cassandra. */
@ExtendWith(OnStack.class)
class CoreDmsIT {
  /**
   * A run closes some ten of them, one after the other; as the driver is, each takes two seconds.
   */
  @Test
  void areClosedAtOnce(Stack stack) {
    CqlSession session = CoreDms.open(stack.cassandra());
    long before = System.nanoTime();
    session.close();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
  }
}
