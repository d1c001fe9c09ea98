package io.mysimbdp.emulator;

import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import java.nio.file.Path;

/** The tenant vm-cpu as the repository defines it. */
public final class VmCpu {
  /** 2019-01-01T00:00:00Z, when the trace begins. */
  public static final long ORIGIN = 1_546_300_800_000L;

  private static final Tenant TENANT = Definitions.read(Path.of("../tenants/vm-cpu"));

  private VmCpu() {}

  public static Tenant tenant() {
    return TENANT;
  }

  public static RawStream readings() {
    return TENANT.rawStream("readings");
  }
}
