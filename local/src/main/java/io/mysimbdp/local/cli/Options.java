package io.mysimbdp.local.cli;

import io.mysimbdp.emulator.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Checks what the user has written. */
final class Options {
  private Options() {}

  /** The value, whose reader says by an exception that the text is wrong. */
  static <T> T wrongUse(Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException e) {
      throw Failure.wrongUse(e.getMessage());
    }
  }

  static void positive(String option, Integer value) {
    if (value != null && value < 1) {
      throw Failure.wrongUse(option + " must be 1 or more, not " + value);
    }
  }

  static Order order(String text) {
    return switch (text) {
      case "event-time" -> Order.EVENT_TIME;
      case "file" -> Order.FILE;
      default -> throw Failure.wrongUse("--order is event-time or file, not '" + text + "'");
    };
  }

  /** Creates the directory, so that what is wrong with it shows before a long run. */
  static void writable(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw Failure.wrongUse("cannot create the directory " + directory + ": " + e.getMessage());
    }
    if (!Files.isWritable(directory)) {
      throw Failure.wrongUse("cannot write to the directory " + directory);
    }
  }
}
