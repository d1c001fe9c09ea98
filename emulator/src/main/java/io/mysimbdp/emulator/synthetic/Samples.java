package io.mysimbdp.emulator.synthetic;

import io.mysimbdp.emulator.line.Line;
import io.mysimbdp.emulator.line.Lines;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/** A few lines given as text. */
final class Samples {
  private Samples() {}

  /** These lines, all of one kind of file. */
  static Lines of(int input, List<String> texts) {
    Iterator<String> rest = texts.iterator();
    return new Lines() {
      private long number;

      @Override
      public Line next() {
        if (!rest.hasNext()) {
          return null;
        }
        byte[] bytes = rest.next().getBytes(StandardCharsets.US_ASCII);
        return new Line().show(bytes, 0, bytes.length).at(input, ++number);
      }
    };
  }
}
