package io.mysimbdp.local.endtoend.chaos;

/**
 * A change of a source text.
 *
 * @param sound a text that stands in it once
 * @param broken what takes its place
 * @param before the change that is made first; null if there is none
 */
record Edit(String sound, String broken, Edit before) {
  static Edit of(String sound, String broken) {
    return new Edit(sound, broken, null);
  }

  Edit then(String nextSound, String nextBroken) {
    return new Edit(nextSound, nextBroken, this);
  }

  /** The source text with this change, and those before it. */
  String in(String source) {
    String changed = before == null ? source : before.in(source);
    int at = changed.indexOf(sound);
    if (at < 0 || changed.indexOf(sound, at + 1) >= 0) {
      throw new AssertionError("'" + sound + "' does not stand in the source once any more");
    }
    return changed.replace(sound, broken);
  }
}
