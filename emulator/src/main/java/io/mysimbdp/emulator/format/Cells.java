package io.mysimbdp.emulator.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The fields of one CSV line (RFC 4180) as slices of bytes. Lines without a quote, which is nearly
 * all of them, are cut where they stand; the others are left to FastCSV.
 */
final class Cells {
  private static final byte SEPARATOR = ',';

  private byte[] data = new byte[0];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int count;

  /**
   * Splits a line.
   *
   * @return false if it cannot be split: quotes that do not match, or no valid UTF-8
   */
  boolean split(byte[] line, int offset, int length) {
    data = line;
    count = 0;
    int start = offset;
    int end = offset + length;
    boolean quoted = false;
    byte seen = 0;
    for (int i = offset; i < end; i++) {
      byte b = line[i];
      if (b == SEPARATOR) {
        add(start, i);
        start = i + 1;
      } else {
        quoted |= b == '"';
        seen |= b;
      }
    }
    add(start, end);
    if (seen >= 0 && !quoted) {
      return true;
    }
    String text = seen >= 0 ? ascii(line, offset, length) : decode(line, offset, length);
    return text != null && (!quoted || splitQuoted(text));
  }

  private static String ascii(byte[] line, int offset, int length) {
    return new String(line, offset, length, StandardCharsets.US_ASCII);
  }

  private static String decode(byte[] line, int offset, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(line, offset, length))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private boolean splitQuoted(String text) {
    if (text.chars().filter(c -> c == '"').count() % 2 != 0) {
      return false;
    }
    List<String> fields;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
      fields = reader.iterator().next().getFields();
    } catch (CsvParseException | IOException e) {
      return false;
    }
    count = 0;
    ByteArrayOutputStream joined = new ByteArrayOutputStream(text.length());
    for (String field : fields) {
      int start = joined.size();
      joined.writeBytes(field.getBytes(StandardCharsets.UTF_8));
      add(start, joined.size());
    }
    data = joined.toByteArray();
    return true;
  }

  private void add(int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    starts[count] = start;
    ends[count++] = end;
  }

  int count() {
    return count;
  }

  byte[] data() {
    return data;
  }

  int start(int cell) {
    return starts[cell];
  }

  int end(int cell) {
    return ends[cell];
  }

  boolean isEmpty(int cell) {
    return starts[cell] == ends[cell];
  }

  String text(int cell) {
    return new String(data, starts[cell], ends[cell] - starts[cell], StandardCharsets.UTF_8);
  }
}
