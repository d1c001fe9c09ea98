package io.mysimbdp.emulator;

import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.definition.reading.Definitions;
import java.nio.file.Path;

/** Small tenants in the shapes of the public datasets. */
public final class Tenants {
  private static final Path FOLDER = Path.of("src/test/resources/tenants");

  private Tenants() {}

  public static Tenant taxi() {
    return read("taxi");
  }

  public static Tenant cluster() {
    return read("cluster");
  }

  public static Tenant restHome() {
    return read("rest-home");
  }

  public static Tenant read(String name) {
    return Definitions.read(FOLDER.resolve(name));
  }
}
