package io.mysimbdp.local.endtoend.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysimbdp.local.endtoend.stack.Finished;
import io.mysimbdp.local.endtoend.stack.OnStack;
import io.mysimbdp.local.endtoend.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tenant made of files alone does what the tutorial says it does. */
@ExtendWith(OnStack.class)
class TutorialIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Test
  void whatTheTutorialSaysComesTrue(Stack stack) {
    Tutorial tutorial = Tutorial.find();
    BikeRides file = BikeRides.of(tutorial.data());
    Path export = stack.folder("tutorial");

    Finished run =
        stack
            .mysimbdp(PATIENCE, tutorial.runExportingTo(export).toArray(String[]::new))
            .succeeded();

    List<String> ledger = Tutorial.ledger(run.out().lines());
    assertThat(ledger).isEqualTo(Tutorial.ledger(tutorial.lines().stream()));
    assertThat(ledger.get(0)).endsWith(file.sent());
    new TutorialExport(export).has(file);
  }
}
