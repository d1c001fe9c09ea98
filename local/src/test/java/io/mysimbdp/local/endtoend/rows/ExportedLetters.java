package io.mysimbdp.local.endtoend.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The exported dead letters and late records as rows that an oracle can be held against; original
 * bytes stand there one character each.
 */
public final class ExportedLetters {
  /** Of longer originals a letter has the beginning only. */
  public static final int WHOLE = 100_000;

  /** Less than that, since the cut lies between characters. */
  private static final int COMPARED = WHOLE - 10;

  private ExportedLetters() {}

  /** Dead letters in a shape of partition, offset and original bytes; each must give a reason. */
  public static Rows deadLetters(List<JsonNode> letters, RowShape shape) {
    Rows rows = new Rows();
    letters.forEach(letter -> rows.add(deadLetter(letter, shape)));
    return rows;
  }

  private static Row deadLetter(JsonNode letter, RowShape shape) {
    if (letter.path("reason").asText().isBlank()) {
      throw new AssertionError("a dead letter without a reason: " + letter);
    }
    return shape.row(
        letter.required("partition").longValue(),
        letter.required("offset").longValue(),
        original(letter));
  }

  /**
   * Late records in a shape of partition, offset, event time, one column for each analytic with the
   * windows missed there, and the original bytes.
   */
  public static Rows late(List<JsonNode> letters, RowShape shape) {
    Rows rows = new Rows();
    letters.forEach(letter -> rows.add(lateRecord(letter, shape.columns(), shape)));
    return rows;
  }

  private static Row lateRecord(JsonNode letter, List<RowShape.Column> columns, RowShape shape) {
    String[] texts = new String[columns.size()];
    texts[0] = letter.required("partition").asText();
    texts[1] = letter.required("offset").asText();
    texts[2] = letter.required("event_time").textValue();
    for (int i = 3; i < texts.length - 1; i++) {
      texts[i] = missed(letter, columns.get(i).name());
    }
    texts[texts.length - 1] = original(letter);
    return shape.rowOfTexts(texts);
  }

  private static String missed(JsonNode letter, String analytic) {
    List<String> windows = new ArrayList<>();
    for (JsonNode missed : letter.required("missed")) {
      if (missed.required("analytic").textValue().equals(analytic)) {
        missed.required("windows").forEach(window -> windows.add(window.textValue()));
      }
    }
    return String.join(",", windows);
  }

  private static String original(JsonNode letter) {
    if (letter.required("value").isNull()) {
      return "";
    }
    String value = letter.required("value").textValue();
    byte[] bytes =
        letter.path("encoding").asText("utf-8").equals("base64")
            ? Base64.getDecoder().decode(value)
            : value.getBytes(StandardCharsets.UTF_8);
    String latin1 = new String(bytes, StandardCharsets.ISO_8859_1);
    return letter.has("bytes") ? beginning(latin1, letter.required("bytes").longValue()) : latin1;
  }

  /**
   * What is known of an original of which the letter has the beginning only.
   *
   * @param latin1 the original or at least its beginning, a character for each byte
   * @param length of the original in bytes
   */
  public static String beginning(String latin1, long length) {
    return latin1.substring(0, COMPARED) + " and so on, " + length + " bytes";
  }
}
