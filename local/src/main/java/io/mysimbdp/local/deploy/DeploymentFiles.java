package io.mysimbdp.local.deploy;

import io.mysimbdp.local.stack.StackLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The deployments of a stack as files in its home, by which the command line and the stack's owner
 * speak to each other: {@code TENANT.json} says what is wanted, {@code TENANT.status} what is,
 * {@code TENANT.replay} what a replay that has not ended will want again, {@code TENANT.purge} that
 * a purge has not ended.
 */
public final class DeploymentFiles {
  /** The status of a tenant whose jobs and trigger run. */
  public static final String RUNNING = "running";

  private static final String WANTED = ".json";
  private static final String STATUS = ".status";
  private static final String REPLAY = ".replay";
  private static final String PURGE = ".purge";

  private final Path directory;

  public DeploymentFiles(StackLayout layout) {
    this.directory = layout.home().resolve("deployed");
  }

  /** What is wanted for this tenant. */
  public Optional<Deployment> wanted(String tenant) throws IOException {
    return noted(tenant + WANTED);
  }

  private Optional<Deployment> noted(String name) throws IOException {
    Path file = directory.resolve(name);
    return Files.exists(file) ? Optional.of(Deployment.read(file)) : Optional.empty();
  }

  /** What a replay of this tenant will want again; empty unless one has begun and not ended. */
  public Optional<Deployment> replaying(String tenant) throws IOException {
    return noted(tenant + REPLAY);
  }

  /** From now on the tenant's data are half there, until the replay ends. */
  public void beginReplay(Deployment deployment) throws IOException {
    deployment.write(directory.resolve(deployment.tenant() + REPLAY));
  }

  /** The tenant's data are whole again, or gone. */
  public void endReplay(String tenant) throws IOException {
    Files.deleteIfExists(directory.resolve(tenant + REPLAY));
  }

  /** Whether a purge of this tenant has begun and not ended. */
  public boolean purging(String tenant) {
    return Files.exists(directory.resolve(tenant + PURGE));
  }

  /** From now on the tenant's data are half gone, until the purge ends. */
  public void beginPurge(String tenant) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve(tenant + PURGE), "undeploy --purge has not ended\n");
  }

  /** Nothing of the tenant is left. */
  public void endPurge(String tenant) throws IOException {
    Files.deleteIfExists(directory.resolve(tenant + PURGE));
  }

  /** All that is wanted. */
  public List<Deployment> wanted() throws IOException {
    List<Deployment> all = new ArrayList<>();
    for (String tenant : names(WANTED)) {
      Optional<Deployment> deployment = wanted(tenant);
      deployment.ifPresent(all::add);
    }
    return all;
  }

  /** From now on this is wanted. */
  public void want(Deployment deployment) throws IOException {
    Files.deleteIfExists(directory.resolve(deployment.tenant() + STATUS));
    deployment.write(directory.resolve(deployment.tenant() + WANTED));
  }

  /** From now on the tenant is not wanted any more. */
  public void unwant(String tenant) throws IOException {
    Files.deleteIfExists(directory.resolve(tenant + WANTED));
  }

  /** How the tenant is doing: {@link #RUNNING}, or what is the matter; empty if it is not there. */
  public Optional<String> status(String tenant) throws IOException {
    try {
      return Optional.of(Files.readString(directory.resolve(tenant + STATUS)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The tenants of which anything is there. */
  List<String> present() throws IOException {
    return names(STATUS);
  }

  /** Notes how the tenant is doing; a reader sees all of it or what was there before. */
  void status(String tenant, String text) throws IOException {
    Files.createDirectories(directory);
    Path next = Files.writeString(directory.resolve(tenant + STATUS + ".next"), text);
    Files.move(
        next,
        directory.resolve(tenant + STATUS),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  void gone(String tenant) throws IOException {
    Files.deleteIfExists(directory.resolve(tenant + STATUS));
  }

  private List<String> names(String ending) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    }
  }
}
