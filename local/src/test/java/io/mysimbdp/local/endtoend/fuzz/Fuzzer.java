package io.mysimbdp.local.endtoend.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Makes records of a stream, a third of them sound, and spoils the others, each in its way. */
final class Fuzzer {
  private static final String CONTROL = "mysimbdp-control";
  private static final int DEEP = 10_000;

  /** Near to what Kafka takes. */
  private static final int GIANT = 900_000;

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("UTF-32"),
          Charset.forName("UTF-32LE"),
          StandardCharsets.ISO_8859_1,
          Charset.forName("IBM037"));

  /** Overlong, half a surrogate pair, beyond Unicode, cut short, never valid. */
  private static final List<String> NO_UTF8 =
      List.of("c0a7", "eda080", "f4908080", "e282", "ff", "fe", "80", "edbdbdedb880");

  private final Template template;
  private final Random random;
  private final long count;
  private final long giantEvery;

  Fuzzer(Template template, long count, int giants, long seed) {
    this.template = template;
    this.random = new Random(seed);
    this.count = count;
    this.giantEvery = count / giants;
  }

  Fuzzed next(long number) {
    Map<String, String> fields = template.record(number, count, random);
    if (number % giantEvery == giantEvery - 1) {
      return giant(fields, (int) (number / giantEvery % 8));
    }
    return switch (random.nextInt(24)) {
      case 0, 1, 2, 3 -> hostileText(fields);
      case 4, 5 -> {
        fields.put(any(template.numbers()), any(HostileTexts.NUMBERS));
        yield Fuzzed.of(utf8(json(fields)));
      }
      case 6 -> Fuzzed.of(utf8(otherFields(fields)));
      case 7, 8 -> Fuzzed.of(flipped(utf8(json(fields))));
      case 9 -> Fuzzed.of(cut(utf8(json(fields))));
      case 10, 11 -> Fuzzed.of(encoded(fields));
      case 12 -> deep(fields);
      case 13 -> Fuzzed.of(random.nextBoolean() ? null : new byte[0]);
      case 14, 15 -> envelope(fields);
      case 16 -> Fuzzed.of(noise());
      default -> Fuzzed.of(utf8(json(fields)));
    };
  }

  private Fuzzed hostileText(Map<String, String> fields) {
    String column = any(template.texts());
    boolean taken = random.nextInt(8) > 0;
    String text = taken ? HostileTexts.taken(random) : HostileTexts.refused(random);
    fields.put(column, HostileTexts.json(text, random.nextBoolean()));
    boolean through = taken && column.equals(template.watched());
    return new Fuzzed(null, utf8(json(fields)), List.of(), through ? text : null);
  }

  private String otherFields(Map<String, String> fields) {
    String column = any(List.copyOf(fields.keySet()));
    return switch (random.nextInt(7)) {
      case 0 -> {
        fields.remove(column);
        yield json(fields);
      }
      case 1 -> {
        fields.put(column, "null");
        yield json(fields);
      }
      case 2 -> json(fields).replaceFirst("[{]", "{\"" + column + "\":1,");
      case 3 -> json(fields).replace('"' + column + '"', '"' + column + "\\u0020\"");
      case 4 -> json(fields) + json(fields);
      case 5 -> {
        fields.put("\ud83d\ude00".repeat(30), "1"); // to be shortened within a character
        yield json(fields);
      }
      default -> {
        String name =
            random.nextBoolean() ? HostileTexts.taken(random) : HostileTexts.refused(random);
        String quoted = HostileTexts.json(name, true);
        yield json(fields).replaceFirst("[{]", "{" + quoted.replace("\\", "\\\\") + ":1,");
      }
    };
  }

  private byte[] flipped(byte[] bytes) {
    for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private byte[] cut(byte[] bytes) {
    return Arrays.copyOfRange(
        bytes,
        random.nextInt(4) == 0 ? random.nextInt(9) : 0,
        9 + random.nextInt(bytes.length - 9));
  }

  private byte[] encoded(Map<String, String> fields) {
    if (random.nextInt(5) == 0) {
      return utf8('\ufeff' + json(fields));
    }
    if (random.nextBoolean()) {
      fields.put(any(template.texts()), "\"\u00e9\u6f22\"");
      return json(fields).getBytes(any(CHARSETS));
    }
    fields.put(any(template.texts()), "\"@\"");
    String[] around = json(fields).split("@", 2);
    byte[] spoilt = HexFormat.of().parseHex(any(NO_UTF8));
    return joined(utf8(around[0]), spoilt, utf8(around[1]));
  }

  private Fuzzed deep(Map<String, String> fields) {
    if (random.nextInt(10) > 0) {
      fields.put(
          any(template.numbers()), "[{\"a\":[]}]"); // the really deep ones are long, hence few
      return Fuzzed.of(utf8(json(fields)));
    }
    String opening = random.nextBoolean() ? "[" : "{\"a\":";
    if (random.nextBoolean()) {
      return Fuzzed.of(utf8(opening.repeat(DEEP)));
    }
    fields.put(any(template.numbers()), "[".repeat(DEEP) + "]".repeat(DEEP));
    return Fuzzed.of(utf8(json(fields)));
  }

  /** Hostile keys and headers, around a record that is sound or about to pose as a marker. */
  private Fuzzed envelope(Map<String, String> fields) {
    byte[] value = utf8(json(fields));
    byte[] key = random.nextBoolean() ? noise() : HostileTexts.bytes(random);
    String name = random.nextBoolean() ? CONTROL : HostileTexts.taken(random).replace("\u0000", "");
    byte[] header =
        switch (random.nextInt(8)) {
          case 0 -> null;
          case 1 -> new byte[0];
          case 2 -> noise();
          case 3 -> utf8("begin");
          case 4 -> utf8("end");
          case 5 -> utf8("pulse");
          case 6 -> utf8("END\u0000");
          default -> HostileTexts.bytes(random);
        };
    byte[] body =
        switch (random.nextInt(4)) {
          case 0 -> utf8("{\"dataset\":" + "[".repeat(random.nextInt(2000)));
          case 1 -> null;
          default -> value;
        };
    return new Fuzzed(key, body, List.of(new RecordHeader(name, header)), null);
  }

  private Fuzzed giant(Map<String, String> fields, int kind) {
    byte[] value = utf8(json(fields));
    byte[] noise = new byte[GIANT];
    random.nextBytes(noise);
    switch (kind) {
      case 0 -> fields.put(any(template.texts()), '"' + "\\u0000".repeat(GIANT / 6) + '"');
      case 1 -> fields.put(any(template.texts()), '"' + "z".repeat(GIANT) + '"');
      case 2 -> fields.put(any(template.numbers()), "7".repeat(GIANT));
      case 3 -> fields.put("n".repeat(GIANT), "7");
      case 4 -> {
        return Fuzzed.of(joined(utf8(" ".repeat(GIANT)), value));
      }
      case 5 -> {
        return Fuzzed.of(noise);
      }
      case 6 -> {
        return new Fuzzed(noise, new byte[] {0}, List.of(), null);
      }
      default -> {
        return new Fuzzed(null, value, List.of(new RecordHeader(CONTROL, new byte[GIANT])), null);
      }
    }
    return Fuzzed.of(utf8(json(fields)));
  }

  private byte[] noise() {
    byte[] noise = new byte[1 + random.nextInt(200)];
    random.nextBytes(noise);
    return noise;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static String json(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> '"' + field.getKey() + "\":" + field.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }
}
