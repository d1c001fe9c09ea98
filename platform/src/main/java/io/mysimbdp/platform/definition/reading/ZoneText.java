package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.spelling.NearestName;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code zone: Europe/Athens}: a name of the IANA time zone database. */
final class ZoneText {
  private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

  private ZoneText() {}

  static Optional<ZoneId> read(Value value) {
    Optional<String> name = value.text();
    if (name.isPresent() && !KNOWN.contains(name.get())) {
      value.report(
          "unknown time zone '"
              + name.get()
              + "'; "
              + nearest(name.get())
                  .map(zone -> "did you mean '" + zone + "'?")
                  .orElse("a name of the IANA database such as Europe/Athens belongs here"));
      return Optional.empty();
    }
    return name.map(ZoneId::of);
  }

  /** Many leave out the continent: the city alone is near enough. */
  private static Optional<String> nearest(String wrong) {
    String city = ("/" + wrong).replace(' ', '_').toLowerCase(Locale.ROOT);
    return KNOWN.stream()
        .filter(zone -> zone.toLowerCase(Locale.ROOT).endsWith(city))
        .sorted()
        .findFirst()
        .or(() -> NearestName.of(wrong, KNOWN));
  }
}
