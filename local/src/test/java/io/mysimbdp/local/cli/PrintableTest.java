package io.mysimbdp.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What a terminal would obey is written out, and means the same. */
class PrintableTest {
  @Test
  void whatATerminalWouldObeyIsEscaped() throws JsonProcessingException {
    String hostile = "a\u009b2J\u202egnp\u2028\u007f\udb40\udc01\ud83d\ude00\u00e9";
    String json = new ObjectMapper().writeValueAsString(hostile);
    String shown = Printable.json(json);
    assertThat(shown)
        .isEqualTo("\"a\\u009b2J\\u202egnp\\u2028\\u007f\\udb40\\udc01\ud83d\ude00\u00e9\"");
    assertThat(new ObjectMapper().readValue(shown, String.class)).isEqualTo(hostile);
  }
}
