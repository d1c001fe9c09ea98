package io.mysimbdp.batch.gold;

import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.platform.rollup.Accumulator;
import io.mysimbdp.platform.rollup.GroupKey;
import io.mysimbdp.platform.rollup.RollupProgram;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A tenant's gold programs, and how what they gather travels between tasks: a group as text, by
 * which Flink can sort, and its accumulator as bytes. There is little of it, since each task
 * gathers a whole partition first.
 */
final class PartialCodec {
  private final List<RollupProgram> programs = new ArrayList<>();

  PartialCodec(Tenant tenant) {
    for (int i = 0; i < tenant.gold().size(); i++) {
      programs.add(new RollupProgram(tenant.gold().get(i), i));
    }
  }

  RollupProgram program(int index) {
    return programs.get(index);
  }

  /** The programs that read this silver analytic. */
  List<RollupProgram> readersOf(String analytic) {
    return programs.stream().filter(p -> p.rollup().from().equals(analytic)).toList();
  }

  /** A group as text, one character a byte. */
  String write(GroupKey key) {
    byte[] bytes =
        bytes(
            out -> {
              out.writeInt(key.rollup());
              programs.get(key.rollup()).write(out, key);
            });
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  GroupKey readKey(String text) {
    try (DataInputStream in = in(text.getBytes(StandardCharsets.ISO_8859_1))) {
      return programs.get(in.readInt()).readKey(in);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  byte[] write(RollupProgram program, Accumulator accumulator) {
    return bytes(out -> program.write(out, accumulator));
  }

  Accumulator readAccumulator(RollupProgram program, byte[] bytes) {
    try (DataInputStream in = in(bytes)) {
      return program.readAccumulator(in);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
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
}
