package io.mysimbdp.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A program that starts a {@link Sleeper}, prints its process id and waits: {@code main DIR}. */
public final class Owner {
  private Owner() {}

  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[0]);
    Files.createDirectories(directory);
    Child child = Child.start(sleeper("child"), GuardJar.write(directory), new LogFiles(directory));
    System.out.println(child.id().pid());
    new CountDownLatch(1).await();
  }

  static JavaCommand sleeper(String name) {
    return new JavaCommand(
        name,
        System.getProperty("java.class.path"),
        Sleeper.class.getName(),
        List.of("-Xmx32m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
        List.of(),
        Map.of());
  }
}
