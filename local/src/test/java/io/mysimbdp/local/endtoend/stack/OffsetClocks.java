package io.mysimbdp.local.endtoend.stack;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.time.TimestampGenerator;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Machines whose clocks are an hour off, as far as what they write to Cassandra tells. */
public enum OffsetClocks {
  AHEAD(Duration.ofHours(1), AheadTimestamps.class),
  BEHIND(Duration.ofHours(-1), BehindTimestamps.class);

  private final Duration offset;
  private final Class<? extends TimestampGenerator> timestamps;

  OffsetClocks(Duration offset, Class<? extends TimestampGenerator> timestamps) {
    this.offset = offset;
    this.timestamps = timestamps;
  }

  /** What programs on the machine take for the time. */
  public Clock clock() {
    return Clock.offset(Clock.systemUTC(), offset);
  }

  /** A session from the machine: its statements carry the time of its clock. */
  public CqlSession open(Stack stack) {
    String[] address = stack.cassandra().split(":", 2);
    return CqlSession.builder()
        .addContactPoint(new InetSocketAddress(address[0], Integer.parseInt(address[1])))
        .withLocalDatacenter("datacenter1")
        .withConfigLoader(
            DriverConfigLoader.programmaticBuilder()
                .withClass(DefaultDriverOption.TIMESTAMP_GENERATOR_CLASS, timestamps)
                .build())
        .build();
  }

  private long next() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, clock().instant());
  }

  /** The driver makes it from its name. */
  public static final class AheadTimestamps implements TimestampGenerator {
    /** As the driver wants it. */
    public AheadTimestamps(DriverContext context) {}

    @Override
    public long next() {
      return AHEAD.next();
    }

    @Override
    public void close() {}
  }

  /** The driver makes it from its name. */
  public static final class BehindTimestamps implements TimestampGenerator {
    /** As the driver wants it. */
    public BehindTimestamps(DriverContext context) {}

    @Override
    public long next() {
      return BEHIND.next();
    }

    @Override
    public void close() {}
  }
}
