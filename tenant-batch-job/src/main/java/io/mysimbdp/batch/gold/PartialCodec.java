package io.mysimbdp.batch.gold;

import io.mysimbdp.platform.calendar.Period;
import io.mysimbdp.platform.calendar.PeriodKind;
import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.gold.GoldKey;
import io.mysimbdp.platform.gold.GoldProgram;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.record.Row;
import io.mysimbdp.platform.rollup.Accumulator;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.rollup.Values;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.java.tuple.Tuple2;

/**
 * A tenant's gold programs, and how what they gather travels between tasks: a key as text, one
 * character a byte, by which Flink can sort, and an accumulator or a row as bytes. Every key begins
 * with the number of its table. There is little of it, since each task gathers a whole partition
 * first.
 */
final class PartialCodec {
  private final List<GoldProgram> programs = new ArrayList<>();

  PartialCodec(Tenant tenant) {
    for (int i = 0; i < tenant.gold().size(); i++) {
      programs.add(new GoldProgram(tenant, i));
    }
  }

  GoldProgram program(int index) {
    return programs.get(index);
  }

  /** The program of the table that a key begins with. */
  GoldProgram program(String key) {
    return program(table(key));
  }

  /** The number of the table that a key begins with. */
  static int table(String key) {
    return (key.charAt(0) << 24) | (key.charAt(1) << 16) | (key.charAt(2) << 8) | key.charAt(3);
  }

  /** The programs that read this silver analytic or gold table. */
  List<GoldProgram> readersOf(String source) {
    return programs.stream().filter(p -> p.table().from().equals(source)).toList();
  }

  String write(GoldKey key) {
    return text(
        out -> {
          out.writeInt(key.group().rollup());
          Period period = key.period();
          out.writeUTF(period == null ? "" : period.kind().text());
          out.writeLong(period == null ? 0 : period.first().toEpochDay());
          out.write(group(key.group()));
        });
  }

  GoldKey readKey(String text) {
    return read(
        text.getBytes(StandardCharsets.ISO_8859_1),
        in -> {
          GoldProgram program = programs.get(in.readInt());
          String kind = in.readUTF();
          LocalDate first = LocalDate.ofEpochDay(in.readLong());
          Period period = kind.isEmpty() ? null : new Period(PeriodKind.of(kind), first);
          return new GoldKey(period, program.rollup().readKey(in));
        });
  }

  /** The values of a group. */
  byte[] group(GroupKey key) {
    return bytes(out -> programs.get(key.rollup()).rollup().write(out, key));
  }

  /** Reads what {@link #group} wrote. */
  GroupKey readGroup(GoldProgram program, byte[] bytes) {
    return read(bytes, program.rollup()::readKey);
  }

  /** The key of the rows that know of each other's periods: table, kind of period, group. */
  String succession(GoldKey key) {
    return write(new GoldKey(new Period(key.period().kind(), LocalDate.EPOCH), key.group()));
  }

  /** The key of the rows that are ranked together: table, span, columns of {@code within}. */
  String ranked(int table, Row row) {
    GoldProgram program = programs.get(table);
    RecordSchema schema = program.table().output();
    return text(
        out -> {
          out.writeInt(table);
          for (int i = 0; i < program.table().spanColumns(); i++) {
            Values.write(out, schema.column(i).type(), row.get(i, schema.column(i).type()));
          }
          for (int i : program.table().refinement().rank().within()) {
            Values.write(out, schema.column(i).type(), row.get(i, schema.column(i).type()));
          }
        });
  }

  /** The shortest key of a row for which no others matter. */
  static String alone(int table) {
    return text(out -> out.writeInt(table));
  }

  byte[] write(GoldProgram program, Accumulator accumulator) {
    return bytes(out -> program.rollup().write(out, accumulator));
  }

  Accumulator readAccumulator(GoldProgram program, byte[] bytes) {
    return read(bytes, program.rollup()::readAccumulator);
  }

  /** An output row of a table, whatever columns are still missing. */
  byte[] write(GoldProgram program, Row row) {
    RecordSchema schema = program.table().output();
    return bytes(
        out -> {
          for (int i = 0; i < schema.size(); i++) {
            Values.write(out, schema.column(i).type(), row.get(i, schema.column(i).type()));
          }
        });
  }

  /** Reads what {@link #write(GoldProgram, Row)} wrote. */
  Row readRow(GoldProgram program, byte[] bytes) {
    RecordSchema schema = program.table().output();
    return read(
        bytes,
        in -> {
          Row row = new Row(schema.size());
          for (int i = 0; i < schema.size(); i++) {
            row.set(i, schema.column(i).type(), Values.read(in, schema.column(i).type()));
          }
          return row;
        });
  }

  /** The rows among keyed elements. */
  List<Row> readRows(GoldProgram program, Iterable<Tuple2<String, byte[]>> elements) {
    List<Row> rows = new ArrayList<>();
    elements.forEach(element -> rows.add(readRow(program, element.f1)));
    return rows;
  }

  private static <T> T read(byte[] bytes, Reading<T> reading) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return reading.from(in);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static String text(Writing writing) {
    return new String(bytes(writing), StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }
}
