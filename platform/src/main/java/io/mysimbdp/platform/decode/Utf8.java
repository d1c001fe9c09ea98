package io.mysimbdp.platform.decode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Whether bytes are UTF-8 to the letter. The JSON parser alone would take overlong forms and
 * encoded surrogates, and read one text from different bytes.
 */
final class Utf8 {
  private Utf8() {}

  static boolean isValid(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        return decodes(ByteBuffer.wrap(bytes, i, bytes.length - i));
      }
    }
    return true;
  }

  private static boolean decodes(ByteBuffer bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
