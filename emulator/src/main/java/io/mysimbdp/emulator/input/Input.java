package io.mysimbdp.emulator.input;

import io.mysimbdp.platform.definition.RawStream;
import io.mysimbdp.platform.definition.Tenant;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * A file to replay and the raw stream it is for.
 *
 * @param stream name of a raw stream of the tenant
 * @param path a {@code .csv} or, if the name ends with {@code .gz}, gzip file
 */
public record Input(String stream, Path path) {

  /**
   * Reads {@code [STREAM=]PATH}; the stream may be left out where the tenant has only one.
   *
   * @throws IllegalArgumentException if it does not say which of several streams is meant
   */
  public static Input parse(String text, Tenant tenant) {
    int equals = text.indexOf('=');
    for (RawStream stream : tenant.raw()) {
      if (equals > 0 && text.substring(0, equals).equals(stream.name())) {
        return new Input(stream.name(), Path.of(text.substring(equals + 1)));
      }
    }
    if (tenant.raw().size() == 1) {
      return new Input(tenant.raw().get(0).name(), Path.of(text));
    }
    throw new IllegalArgumentException(
        "input '%s' does not say which raw stream of %s it is for; write STREAM=PATH with one of %s"
            .formatted(
                text,
                tenant.name(),
                tenant.raw().stream().map(RawStream::name).collect(Collectors.joining(", "))));
  }
}
