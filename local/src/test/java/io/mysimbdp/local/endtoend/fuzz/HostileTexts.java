package io.mysimbdp.local.endtoend.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Texts that have broken something somewhere, and how JSON may spell them. */
public final class HostileTexts {
  /** What the platform takes; the longest text has 8192 bytes. */
  private static final List<String> TAKEN =
      List.of(
          "'; DROP TABLE fuzz_canary.canary; --",
          "\"; TRUNCATE mysimbdp.datasets; //",
          "x'); DELETE FROM fuzz_canary.canary WHERE id = 1; --",
          "' OR '1'='1",
          "$$; DROP KEYSPACE mysimbdp; $$",
          "{'a': {'b': 1}}",
          "?",
          ":name",
          "%s%n%x%1$s",
          "{0}{}",
          "${jndi:ldap://localhost/a}${env:PATH}",
          "{{7*7}}#{7*7}",
          "$(reboot)`reboot`;reboot|reboot&",
          "<script>alert(1)</script><!--",
          "../../../../etc/passwd",
          "C:\\con\\nul",
          "file:///dev/zero",
          "a|b",
          "|",
          "null",
          "NaN",
          "-0",
          " ",
          "\t",
          "\"",
          "'",
          "''",
          "`",
          "\\",
          "\\u0000",
          "\u0000",
          "a\u0000b",
          "\u0001\u0007\b\u001b[2J\u001b[31m",
          "\u009b2J\u0085",
          "\u007f",
          "2026-01-01 00:00:00 INFO\r\n2026-01-01 00:00:01 ERROR forged\n",
          "\u202egnp.exe",
          "\u200f\u200e\u2066",
          "\ufeff",
          "\u2028\u2029",
          "\ufffd\ufffe\uffff\ufdd0",
          "\ud83d\ude00",
          "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
          "\udbff\udfff",
          "\udb40\udc01",
          "\u00e9",
          "e\u0301",
          "\u0130\u0131\u00df\u01c5",
          "\u6f22\u5b57",
          "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d",
          "x".repeat(8192),
          "\u00e9".repeat(4096),
          "\u0000".repeat(3000));

  /** What it has to refuse. */
  private static final List<String> REFUSED =
      List.of(
          "\ud800",
          "\udc00",
          "a\ud83d",
          "\ude00\ud83d",
          "x".repeat(8193),
          "\u00e9".repeat(4097),
          "y".repeat(70_000));

  private HostileTexts() {}

  /** One that is taken; some come with a number, so that there are many. */
  static String taken(Random random) {
    String text = TAKEN.get(random.nextInt(TAKEN.size()));
    return text.length() < 1000 && random.nextBoolean() ? text + random.nextInt(20) : text;
  }

  static String refused(Random random) {
    return REFUSED.get(random.nextInt(REFUSED.size()));
  }

  /** Any of them, half of a surrogate pair excepted, as the bytes of a key or a header. */
  static byte[] bytes(Random random) {
    return taken(random).getBytes(StandardCharsets.UTF_8);
  }

  /** A text in JSON: plain where that is allowed, or escaped throughout. */
  static String json(String text, boolean escaped) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (escaped || c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        json.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  /** Numbers at the limits, and what only looks like one. */
  static final List<String> NUMBERS = numbers();

  private static List<String> numbers() {
    List<String> numbers =
        new ArrayList<>(
            Arrays.asList(
                ("9223372036854775807 9223372036854775808 -9223372036854775808 -9223372036854775809"
                        + " 1e400 -1e400 NaN Infinity -Infinity -0.0 -0 0.0 0.1e-400 4.9e-324"
                        + " 1.7976931348623157e308 0x10 01 +1 .5 5. 1e 100.00000000000001 100 100.0"
                        + " 99.99999999999999 1e2 1e999999999 1e-999999999 0e999999999 1e99999999999"
                        + " 3.0 3.0000000000000000000000001 300e-2 1_000 \u0661 \"5\" \"\" true null [] {}"
                        + " 92233720368547758.07 -1 -1e-9 2147483648 253402300799")
                    .split(" ")));
    numbers.add("0.1" + "0".repeat(300));
    numbers.add("0." + "3".repeat(900));
    numbers.add("9".repeat(1001));
    numbers.add("1" + "0".repeat(200));
    numbers.add("0.1" + "0".repeat(1000));
    return List.copyOf(numbers);
  }
}
