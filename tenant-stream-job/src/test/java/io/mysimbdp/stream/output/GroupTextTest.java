package io.mysimbdp.stream.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.rollup.GroupKey;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class GroupTextTest {
  private static String text(Object... values) {
    return GroupText.of(new GroupKey(0, values), column -> ColumnType.TEXT);
  }

  @Test
  void whatIsUsualStandsThereAsItIs() {
    assertThat(text("kitchen")).isEqualTo("kitchen");
    assertThat(text("kitchen", 7L)).isEqualTo("kitchen|7");
    assertThat(GroupText.of(new GroupKey(0, 1_546_300_800_000L), column -> ColumnType.TIMESTAMP))
        .isEqualTo("2019-01-01T00:00:00Z");
  }

  @Test
  void whatWouldBeMistakenIsMarked() {
    assertThat(text("a|b", "c")).isEqualTo("a\\|b|c");
    assertThat(text("a", "b|c")).isEqualTo("a|b\\|c");
    assertThat(text((Object) null)).isEqualTo("\\N");
    assertThat(text("\\N")).isEqualTo("\\\\N");
  }

  /** Of the few letters that matter. */
  @Property
  void differentGroupsHaveDifferentTexts(
      @ForAll @Chars({'|', '\\', 'N'}) @CharRange(from = 'a', to = 'b') @StringLength(max = 4)
          String a,
      @ForAll @Chars({'|', '\\', 'N'}) @CharRange(from = 'a', to = 'b') @StringLength(max = 4)
          String b,
      @ForAll @Chars({'|', '\\', 'N'}) @CharRange(from = 'a', to = 'b') @StringLength(max = 4)
          String c,
      @ForAll @Chars({'|', '\\', 'N'}) @CharRange(from = 'a', to = 'b') @StringLength(max = 4)
          String d) {
    boolean same = a.equals(c) && b.equals(d);
    assertThat(text(a, b).equals(text(c, d))).isEqualTo(same);
    assertThat(text(a, null)).isNotEqualTo(text(a, b));
  }
}
