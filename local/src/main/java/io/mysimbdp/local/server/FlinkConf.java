package io.mysimbdp.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Flink's {@code config.yaml}, as far as starting a process without Flink's scripts needs it. */
record FlinkConf(Map<String, String> values) {

  FlinkConf {
    values = Map.copyOf(values);
  }

  static FlinkConf read(Path directory) throws IOException {
    String text = Files.readString(directory.resolve("config.yaml"));
    Map<String, String> values = new HashMap<>();
    flatten("", new Load(LoadSettings.builder().build()).loadFromString(text), values);
    return new FlinkConf(values);
  }

  private static void flatten(String key, Object value, Map<String, String> into) {
    if (value instanceof Map<?, ?> map) {
      String prefix = key.isEmpty() ? "" : key + ".";
      map.forEach((name, below) -> flatten(prefix + name, below, into));
    } else if (value != null) {
      into.put(key, value.toString());
    }
  }

  /** The options that every JVM of the cluster gets. */
  List<String> jvmOptions() {
    return List.of(required("env.java.opts.all").strip().split("\\s+"));
  }

  /** The sum of these sizes in MiB. */
  long mebibytes(String... keys) {
    long bytes = 0;
    for (String key : keys) {
      bytes += bytes(key, required(key));
    }
    return bytes >> 20;
  }

  int number(String key) {
    return Integer.parseInt(required(key));
  }

  private String required(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("flink-conf/config.yaml sets no " + key);
    }
    return value;
  }

  private static long bytes(String key, String size) {
    String number = size.strip();
    char unit = Character.toLowerCase(number.charAt(number.length() - 1));
    int shift = "kmg".indexOf(unit) + 1;
    if (shift == 0) {
      throw new IllegalArgumentException(
          "flink-conf/config.yaml: " + key + " is '" + size + "', expected such as 512m or 2g");
    }
    return Long.parseLong(number.substring(0, number.length() - 1).strip()) << (10 * shift);
  }
}
