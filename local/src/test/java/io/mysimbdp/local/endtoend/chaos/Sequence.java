package io.mysimbdp.local.endtoend.chaos;

import java.util.Arrays;

/** The records of a partition as one reader met them: offsets and content, nothing else kept. */
final class Sequence {
  private long[] offsets = new long[1024];
  private long[] contents = new long[1024];
  private int size;

  /**
   * Adds the next one.
   *
   * @param content a hash of key, value and what else there is
   */
  void add(long offset, long content) {
    if (size == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * size);
      contents = Arrays.copyOf(contents, 2 * size);
    }
    offsets[size] = offset;
    contents[size++] = content;
  }

  int size() {
    return size;
  }

  /** The offset of the last one; -1 before the first. */
  long last() {
    return size == 0 ? -1 : offsets[size - 1];
  }

  /** How many of these another reader did not meet at all, or with another content. */
  long missingIn(Sequence other) {
    long missing = 0;
    int j = 0;
    for (int i = 0; i < size; i++) {
      while (j < other.size && other.offsets[j] < offsets[i]) {
        j++;
      }
      boolean met =
          j < other.size && other.offsets[j] == offsets[i] && other.contents[j] == contents[i];
      missing += met ? 0 : 1;
    }
    return missing;
  }
}
