package io.mysimbdp.local.stack;

import io.mysimbdp.local.process.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The homes of stacks that served one run each, side by side in one directory. Of those whose owner
 * is gone only the logs are kept, and these for the last few.
 */
public record TemporaryStacks(Path directory) {
  private static final int KEPT = 5;

  /** The home of a new stack; older ones are tidied up. */
  public Path newHome(String name) throws IOException {
    Files.createDirectories(directory);
    tidy();
    return directory.resolve(name);
  }

  private void tidy() throws IOException {
    List<Path> homes;
    try (Stream<Path> all = Files.list(directory)) {
      homes = all.sorted(Comparator.comparing(TemporaryStacks::time).reversed()).toList();
    }
    for (int i = 0; i < homes.size(); i++) {
      StackLayout layout = new StackLayout(homes.get(i));
      if (Files.exists(layout.home().resolve("kept"))
          || OwnerLock.tryAcquire(layout.lockFile()).map(TemporaryStacks::release).isEmpty()) {
        continue;
      }
      Directories.delete(i < KEPT ? layout.data() : layout.home());
    }
  }

  private static boolean release(OwnerLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      // The lock goes with the process in any case.
    }
    return true;
  }

  private static FileTime time(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
