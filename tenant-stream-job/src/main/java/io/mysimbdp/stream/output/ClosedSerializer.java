package io.mysimbdp.stream.output;

import io.mysimbdp.platform.dataset.PartitionLedger;
import io.mysimbdp.platform.rollup.Values;
import io.mysimbdp.stream.gate.Gated;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** A partition's end of a dataset in binary form, on the wire and in the completions' state. */
final class ClosedSerializer {
  private ClosedSerializer() {}

  static void write(DataOutput out, Gated.Closed closed) throws IOException {
    Values.writeText(out, closed.dataset());
    out.writeLong(closed.from());
    out.writeLong(closed.close());
    out.writeLong(closed.fin());
    out.writeInt(closed.partitions());
    PartitionLedger ledger = closed.ledger();
    Values.writeText(out, ledger.stream());
    out.writeInt(ledger.partition());
    out.writeLong(ledger.sent());
    out.writeLong(ledger.accepted());
    out.writeLong(ledger.rejected());
    out.writeLong(ledger.late());
    out.writeLong(ledger.duplicate());
    write(out, closed.joined());
    write(out, closed.abandoned());
  }

  private static void write(DataOutput out, Map<String, Long> values) throws IOException {
    out.writeInt(values.size());
    for (Map.Entry<String, Long> value : values.entrySet()) {
      Values.writeText(out, value.getKey());
      out.writeLong(value.getValue());
    }
  }

  static Gated.Closed read(DataInput in) throws IOException {
    String dataset = Values.readText(in);
    long from = in.readLong();
    long close = in.readLong();
    long fin = in.readLong();
    int partitions = in.readInt();
    PartitionLedger ledger =
        new PartitionLedger(
            Values.readText(in),
            in.readInt(),
            in.readLong(),
            in.readLong(),
            in.readLong(),
            in.readLong(),
            in.readLong());
    return new Gated.Closed(
        dataset, from, close, fin, partitions, ledger, readLongs(in), readLongs(in));
  }

  private static Map<String, Long> readLongs(DataInput in) throws IOException {
    Map<String, Long> values = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      values.put(Values.readText(in), in.readLong());
    }
    return values;
  }
}
