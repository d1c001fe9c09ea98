package io.mysimbdp.local.endtoend;

/**
 * Whether the tests shall take their time: {@code -Dmysimbdp.it=long}. With {@code all} every test
 * runs, but in its brief form; by default those are left out whose promise another one keeps in
 * every build.
 */
final class LongForm {
  /** For {@code EnabledIfSystemProperty}. */
  static final String PROPERTY = "mysimbdp.it";

  /** For {@code EnabledIfSystemProperty}: tests that not every build runs. */
  static final String NOT_BRIEF = "all|long";

  private LongForm() {}

  static boolean asked() {
    return "long".equals(System.getProperty(PROPERTY));
  }

  /** One number for each form. */
  static int either(int brief, int inFull) {
    return asked() ? inFull : brief;
  }
}
