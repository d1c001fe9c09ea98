package io.mysimbdp.local.endtoend;

/** Whether the tests shall take their time: {@code -Dmysimbdp.it=long}. */
final class LongForm {
  /** For {@code EnabledIfSystemProperty}. */
  static final String PROPERTY = "mysimbdp.it";

  private LongForm() {}

  static boolean asked() {
    return "long".equals(System.getProperty(PROPERTY));
  }

  /** One number for each form. */
  static int either(int brief, int inFull) {
    return asked() ? inFull : brief;
  }
}
