package io.mysimbdp.emulator.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysimbdp.emulator.line.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LineReaderTest {

  private static List<String> lines(byte[] bytes, int chunk) throws IOException {
    InputStream in =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(chunk, length));
          }
        };
    List<String> lines = new ArrayList<>();
    Line line = new Line();
    try (LineReader reader = new LineReader(in, 1 << 17)) {
      while (reader.next(line)) {
        lines.add(new String(line.bytes(), StandardCharsets.ISO_8859_1));
      }
      assertThat(reader.number()).isEqualTo(lines.size());
    }
    return lines;
  }

  private static List<String> lines(String text) throws IOException {
    return lines(text.getBytes(StandardCharsets.UTF_8), 1 << 20);
  }

  @Test
  void linesEndWithLfOrCrlfOrWithTheFile() throws IOException {
    assertThat(lines("a\r\nb\n\nc\rd\r\n")).containsExactly("a", "b", "", "c\rd");
    assertThat(lines("a\nb")).containsExactly("a", "b");
    assertThat(lines("")).isEmpty();
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
    assertThat(lines("\uFEFF0,vm\n")).containsExactly("0,vm");
  }

  @Test
  void whatHasNoLineEndsIsNoText() {
    assertThatThrownBy(() -> lines(new byte[LineReader.LONGEST + 1], 1 << 20))
        .hasMessageContaining("a line of more than");
  }

  @Property(tries = 200)
  void nothingIsLostWhereverTheBytesAreCut(
      @ForAll @Size(max = 50) List<@IntRange(max = 300_000) Integer> lengths,
      @ForAll @IntRange(min = 1000, max = 200_000) int chunk)
      throws IOException {
    List<String> expected = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lengths.size(); i++) {
      String line = String.valueOf((char) ('a' + i % 26)).repeat(lengths.get(i) / 100);
      expected.add(line);
      text.append(line).append(i % 2 == 0 ? "\n" : "\r\n");
    }
    assertThat(lines(text.toString().getBytes(StandardCharsets.UTF_8), chunk)).isEqualTo(expected);
  }
}
