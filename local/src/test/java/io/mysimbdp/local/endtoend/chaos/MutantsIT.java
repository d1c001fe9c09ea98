package io.mysimbdp.local.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The suite sees a broken promise: for each there is a build that breaks it, and a run that finds
 * it. A sound build comes through the very same runs. {@code -Dmysimbdp.chaos.only=A,B} picks some
 * of the mutants and runs by name.
 */
@EnabledIfSystemProperty(named = "mysimbdp.it", matches = "long")
class MutantsIT {
  private static final String ONLY = System.getProperty("mysimbdp.chaos.only", "");

  static Stream<Mutant> mutants() {
    return Stream.of(Mutant.values()).filter(MutantsIT::isWanted);
  }

  static Stream<Trial> trials() {
    return Stream.of(Trial.values()).filter(MutantsIT::isWanted);
  }

  private static boolean isWanted(Enum<?> one) {
    return ONLY.isEmpty() || List.of(ONLY.split(",")).contains(one.name());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("mutants")
  void isCaught(Mutant mutant, @TempDir Path root) throws Exception {
    Report report = mutant.trial().of(MutantBuild.of(mutant, root), mutant.transactional());
    keep(mutant, report);
    assertThat(report.comparisons())
        .as("%s was not caught\n%s", mutant, report.markdown())
        .filteredOn(found -> found.lost() + found.doubled() + found.wrong() > 0)
        .extracting(Comparison::what)
        .contains(mutant.caughtBy());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("trials")
  void aSoundBuildComesThrough(Trial trial) throws Exception {
    Report report = trial.of(Build.sound(), true);
    keep(trial, report);
    assertThat(report.troubles()).as("%s\n%s", trial, report.markdown()).isEmpty();
    assertThat(report.comparisons())
        .as("%s\n%s", trial, report.markdown())
        .isNotEmpty()
        .allMatch(Comparison::holds);
  }

  private static void keep(Enum<?> what, Report report) throws IOException {
    Path file = report.write(Path.of("target", "chaos", what.name()));
    System.out.println(what + ": " + file + "\n" + report.markdown());
    assertThat(report.outcomes())
        .as("faults of %s that count\n%s", what, report.markdown())
        .anyMatch(Outcome::counted);
  }
}
