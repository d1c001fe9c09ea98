package io.mysimbdp.platform.spelling;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what somebody who misspelt a name may have meant. */
public final class NearestName {
  private NearestName() {}

  /**
   * The known name with the fewest letters to insert, drop, replace or swap; none if all differ in
   * more than a third of their letters, unless a single one starts with what was written.
   */
  public static Optional<String> of(String wrong, Collection<String> known) {
    Optional<String> nearest =
        known.stream()
            .filter(name -> distance(wrong, name) <= Math.max(1, wrong.length() / 3))
            .min(
                Comparator.<String>comparingInt(name -> distance(wrong, name))
                    .thenComparing(Comparator.naturalOrder()));
    return nearest.or(() -> onlyOneThatStartsWith(wrong, known));
  }

  private static Optional<String> onlyOneThatStartsWith(String wrong, Collection<String> known) {
    List<String> longer =
        known.stream().filter(name -> wrong.length() > 1 && name.startsWith(wrong)).toList();
    return longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
  }

  /** {@code "; did you mean 'x'?"}, or if nothing is near, {@code "; known: a, b"}. */
  public static String hint(String wrong, Collection<String> known) {
    return of(wrong, known)
        .map(name -> "; did you mean '" + name + "'?")
        .orElse(known.isEmpty() ? "" : "; known: " + String.join(", ", known));
  }

  /** The optimal string alignment distance (Levenshtein's, with swaps of neighbours). */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replace, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
