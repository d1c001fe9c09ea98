package io.mysimbdp.platform.coredms;

import java.util.function.Function;

/**
 * What is still to be done with something that was just opened, such as a session. Whoever will
 * close it is not complete yet, so it is closed here if that fails: the threads of a session that
 * nobody closes keep a JVM alive whose work has long failed.
 */
public final class Preparation {
  private Preparation() {}

  /**
   * Does it.
   *
   * @return what it gave; what was opened is open then
   */
  public static <R extends AutoCloseable, T> T of(R opened, Function<? super R, T> preparing) {
    try {
      return preparing.apply(opened);
    } catch (Throwable failure) {
      try {
        opened.close();
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
      throw failure;
    }
  }
}
