package io.mysimbdp.local.stack;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mysimbdp.local.process.ProcessId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * What a stack's owner says about it in {@code stack.json}. The file may outlive its owner, so it
 * counts only while {@link #isLive}.
 *
 * @param owner the process that started the servers and without which they end
 * @param problem why the start failed; null if it did not
 * @param logs directory of the servers' logs
 */
public record StackState(
    Phase phase,
    ProcessId owner,
    StackAddresses addresses,
    List<ServerState> servers,
    String logs,
    String problem) {

  /** Where a stack is in its life. */
  public enum Phase {
    STARTING,
    UP,
    STOPPING,
    FAILED
  }

  /**
   * One server of the stack.
   *
   * @param process null between an end and the next start
   * @param restarts how often it had to be started again
   */
  public record ServerState(String name, String title, ProcessId process, int restarts) {}

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  public StackState {
    servers = List.copyOf(servers);
  }

  /** Whether its owner still runs. */
  public boolean isLive() {
    return owner.isAlive();
  }

  /** What the file says, or empty if there is none. */
  public static Optional<StackState> read(Path file) throws IOException {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), StackState.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** What the file says if its owner still runs. */
  public static Optional<StackState> readLive(Path file) throws IOException {
    return read(file).filter(StackState::isLive);
  }

  /** Writes the file; a reader sees all of it or what was there before. */
  public void write(Path file) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.write(next, JSON.writeValueAsBytes(this));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
