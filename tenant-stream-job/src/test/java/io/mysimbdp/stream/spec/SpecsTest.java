package io.mysimbdp.stream.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mysimbdp.platform.definition.Tenant;
import io.mysimbdp.stream.output.OutputTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The language by example: every document of {@code src/test/resources/specs} is a definition, raw
 * records, and what they come to. Each is run as it stands, with its records spread over two
 * partitions, and restored from a checkpoint after every record; it comes to the same each time.
 */
class SpecsTest {
  private static final Path SPECS = Path.of("src", "test", "resources", "specs");
  private static final Set<String> KEYS =
      Set.of("spec", "given", "when", "expect", "one_partition");

  @TempDir private Path folder;
  private final Set<String> names = new HashSet<>();

  @TestFactory
  Stream<DynamicContainer> specs() throws IOException {
    try (Stream<Path> files = Files.list(SPECS)) {
      return files.sorted().toList().stream()
          .map(file -> dynamicContainer(file.getFileName().toString(), tests(file)));
    }
  }

  private Stream<DynamicTest> tests(Path file) {
    String yaml;
    try {
      yaml = Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return SpecText.documents(yaml).stream()
        .map(spec -> dynamicTest((String) spec.get("spec"), file.toUri(), () -> run(spec)));
  }

  private void run(Map<String, Object> spec) throws Exception {
    assertThat(KEYS).containsAll(spec.keySet());
    assertThat(names.add((String) spec.get("spec"))).as("no other spec is called so").isTrue();
    Map<String, Object> given = SpecText.map(spec.get("given"));
    Map<String, Object> expect = SpecText.map(spec.get("expect"));
    Path own = folder.resolve(Integer.toString(names.size()));
    if (expect.containsKey("problems")) {
      Expected.problems(expect, SpecTenant.problems(own, given));
      return;
    }
    Tenant tenant = SpecTenant.read(own, given);
    List<Object> when = SpecText.list(spec.get("when"));
    check("as it stands", expect, tenant, new Feed(when, false), false);
    check("restored after every record", expect, tenant, new Feed(when, false), true);
    if (canBeSpread(spec, when)) {
      check("over two partitions", expect, tenant, new Feed(when, true), false);
    }
  }

  /** A record is late, or known, by what came before it in its own partition. */
  private static boolean canBeSpread(Map<String, Object> spec, List<Object> when) {
    return !spec.containsKey("one_partition")
        && !SpecText.map(spec.get("expect")).containsKey("late")
        && !SpecText.map(spec.get("given")).containsKey("identity")
        && when.stream().noneMatch(Feed::namesPartition);
  }

  private static void check(
      String how, Map<String, Object> expect, Tenant tenant, Feed feed, boolean restore)
      throws Exception {
    try (SpecJob job = new SpecJob(tenant, feed.partitions())) {
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(feed.records());
      for (int i = 0; i < records.size(); i++) {
        job.read(records.get(i));
        if (restore) {
          job.restore(2 - i % 2);
        }
      }
      Found found = Found.of(job.finish(), new OutputTopics(tenant), feed);
      Expected.check(how, expect, found);
    }
  }
}
