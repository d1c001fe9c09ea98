package io.mysimbdp.stream.gate;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.mysimbdp.platform.definition.Identity;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Recognises repeated records by their declared identity, within their partition. Two different
 * identities are taken for one if their 128-bit MurmurHash3 is the same: among a thousand million
 * remembered at a time, with a probability of about 10^-21.
 */
final class DuplicateRule {
  private final Identity identity;
  private final RecordSchema schema;
  private final long horizon;

  DuplicateRule(Identity identity, RecordSchema schema) {
    this.identity = identity;
    this.schema = schema;
    this.horizon = identity.horizon().toMillis();
  }

  /**
   * Whether a sound record came before; if not, it is remembered.
   *
   * @param time its event time, milliseconds since the epoch
   */
  boolean isDuplicate(Row row, long time, PartitionState state) {
    ByteBuffer hash =
        ByteBuffer.wrap(hash(row).asBytes()).order(ByteOrder.LITTLE_ENDIAN); // as Guava writes it
    long remembered = state.high == Long.MIN_VALUE ? Long.MIN_VALUE : state.high - horizon;
    return state.seen.seen(hash.getLong(), hash.getLong(), time, remembered);
  }

  private HashCode hash(Row row) {
    Hasher hasher = Hashing.murmur3_128().newHasher();
    for (int column : identity.columns()) {
      if (schema.column(column).type() == ColumnType.TEXT) {
        String text = row.getText(column);
        hasher.putInt(text.length()).putUnencodedChars(text);
      } else {
        hasher.putLong(row.getLong(column));
      }
    }
    return hasher.hash();
  }
}
