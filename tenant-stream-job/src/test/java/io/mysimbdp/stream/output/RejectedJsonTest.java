package io.mysimbdp.stream.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.definition.Rollup;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.window.Windows;
import io.mysimbdp.stream.VmCpu;
import io.mysimbdp.stream.gate.Gated;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the late topic says about missed windows, and what becomes of odd and long originals. */
class RejectedJsonTest {
  private static final Tenant TENANT =
      VmCpu.changed(yaml -> yaml.replace("tumbling: 3m", "cumulative: 1d, every: 10s"));
  private static final List<Rollup> ANALYTICS = TENANT.silverOf("readings");

  @Test
  void fewWindowsAreNamedAll() {
    assertThat(late(20, 30))
        .contains(
            "{\"analytic\":\"vm_cpu_windows\",\"windows\":["
                + "\"2019-01-01T00:00:00Z/2019-01-01T00:00:20Z\","
                + "\"2019-01-01T00:00:00Z/2019-01-01T00:00:30Z\"]}");
    assertThat(late(10, 1000)).doesNotContain("missed_windows");
  }

  @Test
  void ofManyWindowsTheFirstAndTheLastAreNamed() {
    assertThat(late(20, 86_400))
        .contains(
            "{\"analytic\":\"vm_cpu_windows\",\"windows\":["
                + "\"2019-01-01T00:00:00Z/2019-01-01T00:00:20Z\","
                + "\"2019-01-01T00:00:00Z/2019-01-02T00:00:00Z\"],"
                + "\"missed_windows\":8639}");
  }

  @Test
  void aReasonMayQuoteHalfASurrogatePair() {
    assertThat(dead("field '\ud83d' is not in the schema", null, bytes("{}")))
        .startsWith("{\"reason\":\"field '?' is not in the schema\"");
  }

  @Test
  void whateverKafkaTookIsADeadLetterThatKafkaTakes() {
    byte[] long1 = new byte[1_000_000]; // NUL, six bytes each in JSON
    byte[] long2 = new byte[1_000_000];
    java.util.Arrays.fill(long2, (byte) 0xFF);
    for (byte[] value : List.of(long1, long2)) {
      String letter = dead("x".repeat(1_000_000), long1, value);
      assertThat(letter).hasSizeLessThan(900_000).contains("\"bytes\":1000000");
    }
    assertThat(RejectedJson.key(long1)).hasSizeLessThan(10_000);
  }

  @Test
  void aLongOriginalIsCutBetweenCharacters() {
    String letter = dead("too long", null, bytes("a" + "\u20ac".repeat(50_000)));
    assertThat(letter)
        .contains("\u20ac\",\"encoding\":\"utf-8\",\"bytes\":150001")
        .doesNotContain("\ufffd");
  }

  private static String dead(String reason, byte[] key, byte[] value) {
    Gated.Dead dead = new Gated.Dead(reason, "vm-cpu.raw.readings", 0, 7, key, value);
    return new String(RejectedJson.write(dead), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String late(long from, long to) {
    long none = Windows.NONE;
    long[] missedFrom = {VmCpu.at(from), none, none};
    long[] missedTo = {VmCpu.at(to), none, none};
    byte[] value = "{}".getBytes(StandardCharsets.UTF_8);
    Gated.Late late =
        new Gated.Late("vm-cpu.raw.readings", 0, 7, VmCpu.at(1), value, missedFrom, missedTo);
    return new String(RejectedJson.write(late, ANALYTICS), StandardCharsets.UTF_8);
  }
}
