package io.mysimbdp.local.endtoend.stack;

import io.mysimbdp.local.endtoend.link.Link;
import io.mysimbdp.local.endtoend.link.RequestWatch;

/** The ways on which tenants' jobs reach the stores of a {@link Stack}. Nobody else uses them. */
public final class Links implements AutoCloseable {
  private static final RequestWatch LOOK_AWAY = request -> RequestWatch.Fate.PASS;

  private volatile RequestWatch watch = LOOK_AWAY;
  private final Link kafka = Link.ofKafka(request -> watch.see(request));
  private final Link cassandra = Link.ofBytes();

  Links() {}

  /** Between jobs and the broker. */
  public Link kafka() {
    return kafka;
  }

  /** Between jobs and Cassandra. */
  public Link cassandra() {
    return cassandra;
  }

  /** Shows each request to the broker to this watch from now on. */
  public void watch(RequestWatch next) {
    watch = next;
  }

  /** Lets all requests pass again. */
  public void lookAway() {
    watch = LOOK_AWAY;
  }

  @Override
  public void close() {
    kafka.close();
    cassandra.close();
  }
}
