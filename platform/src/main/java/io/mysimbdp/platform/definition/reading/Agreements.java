package io.mysimbdp.platform.definition.reading;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.parser.CronParser;
import io.mysimbdp.platform.definition.Agreement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the service agreement. */
final class Agreements {
  private static final int DEFAULT_RETENTION_DAYS = 30;
  private static final Duration DEFAULT_CHECKPOINT_INTERVAL = Duration.ofSeconds(10);
  private static final List<Section.Key> KEYS =
      List.of(
          Section.Key.required("parallelism", "how many subtasks its jobs have"),
          Section.Key.optional("schedule"),
          Section.Key.optional("retention_days"),
          Section.Key.optional("checkpoint_interval"));

  private Agreements() {}

  static Optional<Agreement> read(Value owner, Value value) {
    Section section = Section.open(owner, value, "an agreement", KEYS);
    Optional<Integer> parallelism = section.get("parallelism").flatMap(v -> v.integer(1, 128));
    Optional<String> schedule = section.get("schedule").flatMap(Agreements::cron);
    Optional<Integer> retention = section.get("retention_days").flatMap(v -> v.integer(1, 3650));
    Optional<Duration> checkpoint =
        section.get("checkpoint_interval").flatMap(v -> v.duration(Duration.ofMillis(100)));
    return parallelism.map(
        p ->
            new Agreement(
                p,
                schedule.orElse(null),
                retention.orElse(DEFAULT_RETENTION_DAYS),
                checkpoint.orElse(DEFAULT_CHECKPOINT_INTERVAL)));
  }

  private static Optional<String> cron(Value value) {
    Optional<String> text = value.text();
    if (text.isEmpty()) {
      return text;
    }
    try {
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
          .parse(text.get())
          .validate();
      return text;
    } catch (IllegalArgumentException e) {
      value.report(
          "'"
              + text.get()
              + "' is not a cron expression (minute hour day month weekday), such as \"0"
              + " 0 * * *\" for every midnight UTC: "
              + e.getMessage());
      return Optional.empty();
    }
  }
}
