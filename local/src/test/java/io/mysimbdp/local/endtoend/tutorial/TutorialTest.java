package io.mysimbdp.local.endtoend.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.platform.definition.reading.Definitions;
import io.mysimbdp.platform.definition.reading.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tutorial shows is what its files hold and what {@code check} says of them. */
class TutorialTest {
  private final Tutorial tutorial = Tutorial.find();
  private final Path tenant = tutorial.root().resolve("docs/tutorial/tenants/bike-share");

  @Test
  void theDefinitionIsRightAndThePageShowsAllOfIt() throws IOException {
    assertThat(Definitions.check(tenant)).isEmpty();
    String shown = String.join("\n", tutorial.definition()) + "\n";
    assertThat(Files.readString(tenant.resolve("tenant.yaml"))).endsWith("\n" + shown);
  }

  @Test
  void theMistakesOfThePageHaveItsMessages(@TempDir Path folder) throws IOException {
    Path copy = Files.createDirectory(folder.resolve("bike-share"));
    Files.copy(tenant.resolve("ride.avsc"), copy.resolve("ride.avsc"));
    String right = Files.readString(tenant.resolve("tenant.yaml"));
    String wrong = right;
    for (List<String> mistake :
        List.of(
            List.of("price <= decimal('50')", "price <= 50"),
            List.of("max(minutes)", "max(minute)"),
            List.of("    where: \"hour != null\"\n", ""))) {
      assertThat(wrong).contains(mistake.get(0));
      wrong = wrong.replace(mistake.get(0), mistake.get(1));
    }
    Files.writeString(copy.resolve("tenant.yaml"), wrong);

    List<String> said = new ArrayList<>();
    for (Problem problem : Definitions.check(copy)) {
      said.add(problem.toString().replace(copy.toString(), "docs/tutorial/tenants/bike-share"));
    }

    assertThat(said).hasSize(3);
    assertThat(tutorial.lines()).containsSequence(said);
  }
}
