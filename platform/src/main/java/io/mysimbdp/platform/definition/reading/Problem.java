package io.mysimbdp.platform.definition.reading;

import java.io.Serializable;

/**
 * Something wrong in a tenant's definition.
 *
 * @param file as the caller named its folder, or a place on the class path
 * @param line from 1
 * @param column from 1, in Unicode code points
 * @param message what is wrong, and what would be right
 */
public record Problem(String file, int line, int column, String message) implements Serializable {

  /**
   * {@code tenants/vm-cpu/tenant.yaml:12:9: message}, as compilers do, so that editors jump there.
   */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + message;
  }
}
