package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.definition.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads and checks tenants' definitions: {@code tenants/<name>/tenant.yaml} and the Avro schemas
 * beside it. Whatever is wrong is found in one go.
 */
public final class Definitions {
  /** The file in a tenant's folder that defines it. */
  public static final String FILE = "tenant.yaml";

  private Definitions() {}

  /**
   * The tenant that a folder defines.
   *
   * @throws DefinitionException with everything that is wrong
   */
  public static Tenant read(Path tenantFolder) {
    return tenant(read(new Directory(tenantFolder), FILE, true));
  }

  /**
   * The tenant that is bundled with a job's jar, under {@code tenants/<name>/} on the class path.
   *
   * @throws DefinitionException with everything that is wrong, or if there is no such tenant
   */
  public static Tenant readBundled(String name) {
    return tenant(read(new Bundled(name), FILE, true));
  }

  /**
   * Everything that is wrong with a definition.
   *
   * @param folderOrYaml a tenant's folder, a folder of such folders, or a YAML file; the tenant in
   *     a file that is not called tenant.yaml need not be named like the folder
   */
  public static List<Problem> check(Path folderOrYaml) {
    if (Files.isDirectory(folderOrYaml)) {
      boolean isTenant = Files.exists(folderOrYaml.resolve(FILE));
      return isTenant || tenants(folderOrYaml).isEmpty()
          ? read(new Directory(folderOrYaml), FILE, true).problems()
          : checkAll(folderOrYaml);
    }
    Path file = folderOrYaml.getFileName();
    Path parent = folderOrYaml.getParent();
    return read(
            new Directory(parent == null ? Path.of("") : parent),
            file.toString(),
            file.toString().equals(FILE))
        .problems();
  }

  /** Everything that is wrong with the tenants of a folder, each and together. */
  public static List<Problem> checkAll(Path tenantsFolder) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Problem> keyspaces = new HashMap<>();
    for (String name : tenants(tenantsFolder)) {
      TenantReader.Read read = read(new Directory(tenantsFolder.resolve(name)), FILE, true);
      problems.addAll(read.problems());
      read.keyspace().ifPresent(keyspace -> checkUnique(keyspace, keyspaces, problems));
    }
    return problems;
  }

  /** The tenants of a folder: the names of those in it that hold a definition, sorted. */
  public static List<String> tenants(Path tenantsFolder) {
    try (Stream<Path> folders = Files.list(tenantsFolder)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve(FILE)))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the folder " + tenantsFolder, e);
    }
  }

  private static void checkUnique(
      TenantReader.Keyspace keyspace, Map<String, Problem> keyspaces, List<Problem> problems) {
    Problem here =
        keyspace
            .decidedBy()
            .problem("keyspace '" + keyspace.name() + "' is taken by another tenant");
    Problem first = keyspaces.putIfAbsent(keyspace.name(), here);
    if (first != null) {
      problems.add(
          new Problem(
              here.file(),
              here.line(),
              here.column(),
              "two tenants cannot share the keyspace '"
                  + keyspace.name()
                  + "', which "
                  + first.file()
                  + ":"
                  + first.line()
                  + " has already; name another with"
                  + " 'keyspace'"));
    }
  }

  private static Tenant tenant(TenantReader.Read read) {
    return read.tenant().orElseThrow(() -> new DefinitionException(read.problems()));
  }

  private static TenantReader.Read read(Folder folder, String file, boolean namedLikeFolder) {
    String label = folder.label(file);
    String text;
    try {
      text = folder.read(file);
    } catch (NoSuchFileException e) {
      return unreadable(label, "there is no such file; a tenant is a folder with a " + FILE);
    } catch (IOException e) {
      return unreadable(label, "the file cannot be read as UTF-8 text: " + e.getMessage());
    }
    Optional<String> name = namedLikeFolder ? Optional.of(folder.name()) : Optional.empty();
    TenantReader.Read read = new TenantReader(new Document(label, text), folder, name).read();
    return new TenantReader.Read(
        read.tenant(),
        read.keyspace(),
        read.problems().stream()
            .distinct()
            .sorted(
                Comparator.comparing(Problem::file)
                    .thenComparingInt(Problem::line)
                    .thenComparingInt(Problem::column))
            .toList());
  }

  private static TenantReader.Read unreadable(String label, String message) {
    return new TenantReader.Read(
        Optional.empty(), Optional.empty(), List.of(new Problem(label, 1, 1, message)));
  }
}
