package io.mysimbdp.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Arrows go one way: local to the emulator and the jobs, and all of them to the platform. */
class BoundariesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPaths(
              Stream.of("platform", "emulator", "tenant-stream-job", "tenant-batch-job", "local")
                  .map(module -> Path.of("..", module, "target", "classes"))
                  .toList());

  private static final String PLATFORM = "io.mysimbdp.platform..";
  private static final String EMULATOR = "io.mysimbdp.emulator..";
  private static final String STREAM = "io.mysimbdp.stream..";
  private static final String BATCH = "io.mysimbdp.batch..";
  private static final String LOCAL = "io.mysimbdp.local..";
  private static final String FLINK = "org.apache.flink..";

  @Test
  void thePlatformKnowsNobody() {
    never(PLATFORM, EMULATOR, STREAM, BATCH, LOCAL, FLINK);
  }

  @Test
  void theEmulatorKnowsThePlatformOnly() {
    never(EMULATOR, STREAM, BATCH, LOCAL, FLINK);
  }

  @Test
  void theJobsDoNotKnowEachOther() {
    never(STREAM, BATCH, EMULATOR, LOCAL);
    never(BATCH, STREAM, EMULATOR, LOCAL);
  }

  @Test
  void theCommandLineRunsFlinkButDoesNotProgramIt() {
    never(LOCAL, FLINK);
  }

  /** Only its jar file is there where the command line runs. */
  @Test
  void theCommandLineDoesNotUseTheStreamJob() {
    never(LOCAL, STREAM);
  }

  @Test
  void packagesOfAModuleFormNoCircles() {
    for (String module : new String[] {"platform", "emulator", "stream", "batch", "local"}) {
      slices()
          .matching("io.mysimbdp." + module + ".(*)..")
          .should()
          .beFreeOfCycles()
          .check(CLASSES);
    }
  }

  private static void never(String from, String... to) {
    noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(to)
        .check(CLASSES);
  }
}
