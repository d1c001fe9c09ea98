package io.mysimbdp.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysimbdp.platform.definition.EventTimeReader;
import io.mysimbdp.platform.definition.QualityRule;
import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.expression.EvaluationException;
import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.DecimalText;
import io.mysimbdp.platform.record.Row;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** Whether a record is good under its stream's schema, rules and event time; written on its own. */
final class SchemaJudge {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final RawStream stream;
  private final EventTimeReader time;

  SchemaJudge(RawStream stream) {
    this.stream = stream;
    this.time = new EventTimeReader(stream.eventTime().form());
  }

  /** Whether it is good and its event time lies in these bounds. */
  boolean isGood(byte[] value, long from, long close) throws IOException {
    JsonNode json;
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
      json = JSON.readTree(text);
    } catch (CharacterCodingException | JsonProcessingException e) {
      return false;
    }
    if (!json.isObject()) {
      return false;
    }
    Row row = new Row(stream.schema().size());
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      int column = stream.schema().indexOf(names.next());
      if (column < 0) {
        return false;
      }
    }
    for (int i = 0; i < stream.schema().size(); i++) {
      if (!fill(row, i, json.path(stream.schema().column(i).name()))) {
        return false;
      }
    }
    return time.read(row) == null
        && time.millis() >= from
        && time.millis() < close
        && stream.quality().stream().allMatch(rule -> holds(rule, row));
  }

  private static boolean holds(QualityRule rule, Row row) {
    try {
      return rule.condition().evaluateBoolean(row);
    } catch (EvaluationException e) {
      return false;
    }
  }

  /** The event time of the record that was judged last, if it was readable. */
  long time() {
    return time.millis();
  }

  private boolean fill(Row row, int index, JsonNode value) {
    Column column = stream.schema().column(index);
    if (value.isMissingNode() || value.isNull()) {
      return column.nullable();
    }
    switch (column.type()) {
      case TEXT -> row.setText(index, value.textValue());
      case LONG -> {
        if (!value.isNumber() || value.decimalValue().stripTrailingZeros().scale() > 0) {
          return false;
        }
        row.setLong(index, value.decimalValue().longValue());
      }
      case DOUBLE -> {
        if (!value.isNumber()) {
          return false;
        }
        row.setDouble(index, value.doubleValue());
      }
      case DECIMAL -> {
        if (!value.isNumber() && !value.isTextual()) {
          return false;
        }
        try {
          row.setDecimal(index, DecimalText.read(value.asText(), column));
        } catch (DecimalText.NoDecimalException e) {
          return false;
        }
      }
      default -> throw new IllegalArgumentException(column.type().toString());
    }
    return !row.isNull(index) && !(stream.key().contains(index) && "".equals(value.textValue()));
  }
}
