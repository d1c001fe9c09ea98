package io.mysimbdp.local.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgendaTest {
  private static final Plan PLAN =
      Plan.of(
          1,
          3,
          List.of(
              new Cell(Target.TASK_MANAGER, Fault.KILL_AT_MARKERS),
              new Cell(Target.TRIGGER, Fault.KILL),
              new Cell(Target.BROKER, Fault.STOP)));

  @Test
  void whatDoesNotCountComesAgainBehindTheOthersAndTwiceAtMost() {
    Agenda agenda = new Agenda(PLAN);
    List<Integer> done = new ArrayList<>();
    for (Optional<Strike> next = agenda.next(); next.isPresent(); next = agenda.next()) {
      done.add(next.get().number());
      if (next.get().number() == 2) {
        agenda.again(next.get());
      }
    }
    assertThat(done).containsExactly(1, 2, 3, 2, 2);
  }

  @Test
  void whatDoesNotCountComesAgainAfterTenOthers() {
    Agenda agenda = new Agenda(Plan.of(1, 30, List.of(new Cell(Target.BROKER, Fault.STOP))));
    agenda.again(agenda.next().orElseThrow());
    List<Integer> done = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      done.add(agenda.next().orElseThrow().number());
    }
    assertThat(done).containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 12);
  }
}
