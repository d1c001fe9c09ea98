package io.mysimbdp.emulator.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
  @TempDir Path folder;

  private List<String> names(Path path) throws IOException {
    return Inputs.files(new Input("s", path)).stream()
        .map(input -> input.path().getFileName().toString())
        .toList();
  }

  @Test
  void namesSortAsPeopleCount() {
    assertThat(
            Stream.of("part-10.csv", "part-9.csv", "part-009b.csv", "part-1.csv", "part", "q")
                .sorted(NaturalOrder.NAMES))
        .containsExactly("part", "part-1.csv", "part-9.csv", "part-009b.csv", "part-10.csv", "q");
  }

  @Test
  void foldersAndPatternsStandForTheirFiles() throws IOException {
    for (String name : List.of("p-10.csv.gz", "p-9.csv.gz", "x.csv", "notes.txt", ".h.csv")) {
      Files.createFile(folder.resolve(name));
    }
    Files.createDirectory(folder.resolve("sub.csv"));
    assertThat(names(folder)).containsExactly("p-9.csv.gz", "p-10.csv.gz", "x.csv");
    assertThat(names(folder.resolve("p-*.gz"))).containsExactly("p-9.csv.gz", "p-10.csv.gz");
    assertThat(names(folder.resolve("x.csv"))).containsExactly("x.csv");
    assertThat(names(folder.resolve("none.csv"))).containsExactly("none.csv");
    assertThatThrownBy(() -> names(folder.resolve("q-*.gz"))).hasMessageContaining("no file match");
    assertThatThrownBy(() -> names(Files.createDirectory(folder.resolve("empty"))))
        .hasMessageContaining("has no .csv or .csv.gz file");
  }
}
