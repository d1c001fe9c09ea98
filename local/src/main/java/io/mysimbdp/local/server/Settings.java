package io.mysimbdp.local.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The servers' settings that this package carries as resources. */
final class Settings {
  private Settings() {}

  /** Writes a resource into a directory, with every {@code ${name}} replaced by its value. */
  static Path write(String resource, Path directory, Map<String, Object> values)
      throws IOException {
    String text = read(resource);
    for (Map.Entry<String, Object> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue().toString());
    }
    Files.createDirectories(directory);
    return Files.writeString(directory.resolve(resource), text);
  }

  /** The lines of a resource that are neither blank nor comments. */
  static List<String> lines(String resource) throws IOException {
    return read(resource)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = Settings.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("resource " + resource + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
