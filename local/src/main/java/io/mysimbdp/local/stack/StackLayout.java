package io.mysimbdp.local.stack;

import io.mysimbdp.local.process.LogFiles;
import java.nio.file.Path;

/** The files of one stack, all below its home directory. */
public record StackLayout(Path home) {

  public StackLayout {
    home = home.toAbsolutePath().normalize();
  }

  /** What is running, for everybody who wants to use or stop it; see {@link StackState}. */
  public Path stateFile() {
    return home.resolve("stack.json");
  }

  /** Locked as long as the owner of the stack lives. */
  public Path lockFile() {
    return home.resolve("stack.lock");
  }

  /** What a server stores. */
  public Path data(String server) {
    return data().resolve(server);
  }

  /** What all servers store. */
  Path data() {
    return home.resolve("data");
  }

  /** The settings that were generated for the servers. */
  public Path conf() {
    return home.resolve("conf");
  }

  public LogFiles logs() {
    return new LogFiles(home.resolve("logs"));
  }
}
