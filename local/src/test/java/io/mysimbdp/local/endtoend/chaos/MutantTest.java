package io.mysimbdp.local.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.stack.Project;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The mutants keep up with the sources that they spoil. */
class MutantTest {
  @ParameterizedTest
  @EnumSource
  void fitsItsSource(Mutant mutant) throws IOException {
    String source = Files.readString(Project.find().root().resolve(mutant.source()));
    assertThat(mutant.spoil(source)).isNotEqualTo(source);
  }
}
