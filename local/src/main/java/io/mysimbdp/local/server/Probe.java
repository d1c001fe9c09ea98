package io.mysimbdp.local.server;

/** Finds out whether a server serves, by using it. */
@FunctionalInterface
public interface Probe {
  /** Whether it does now. An exception means that it does not, and says why. */
  boolean serves() throws Exception;
}
