package io.mysimbdp.local.endtoend.chaos;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** 128 bits that stand for some bytes; two different ones have the same never. */
record Fingerprint(long high, long low) {
  static Fingerprint of(String text) {
    MessageDigest digest = digest();
    put(digest, text.getBytes(StandardCharsets.UTF_8));
    return of(digest);
  }

  /** Of key, value and headers. */
  static Fingerprint of(ConsumerRecord<byte[], byte[]> record) {
    MessageDigest digest = digest();
    put(digest, record.key());
    put(digest, record.value());
    record
        .headers()
        .forEach(
            header -> {
              put(digest, header.key().getBytes(StandardCharsets.UTF_8));
              put(digest, header.value());
            });
    return of(digest);
  }

  private static void put(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(4).putInt(0, bytes == null ? -1 : bytes.length));
    if (bytes != null) {
      digest.update(bytes);
    }
  }

  private static Fingerprint of(MessageDigest digest) {
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new Fingerprint(bytes.getLong(), bytes.getLong());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
