package io.mysimbdp.local.endtoend.chaos;

import io.mysimbdp.local.stack.Project;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The project as it is built, but for one class of the stream jar. */
final class MutantProject {
  private static final Path SOURCES = Path.of("tenant-stream-job/src/main/java/io/mysimbdp/stream");

  private MutantProject() {}

  /**
   * Makes it.
   *
   * @param root an empty directory
   */
  static Project of(Mutant mutant, Path root) throws IOException {
    Project sound = Project.find();
    for (String part : List.of("flink-conf", "tenants", "local", "tenant-batch-job")) {
      Files.createSymbolicLink(root.resolve(part), sound.root().resolve(part));
    }
    Project project = new Project(root);
    Files.createDirectories(project.streamJobJar().getParent());
    Files.copy(sound.streamJobJar(), project.streamJobJar());
    replace(project.streamJobJar(), compile(mutant, sound, root.resolve("mutant")));
    return project;
  }

  private static Path compile(Mutant mutant, Project sound, Path folder) throws IOException {
    Path source = sound.root().resolve(SOURCES).resolve(mutant.type() + ".java");
    Path spoilt = Files.createDirectories(folder.resolve("source")).resolve(source.getFileName());
    Files.writeString(spoilt, mutant.spoil(Files.readString(source)));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-d",
              classes.toString(),
              "-proc:none",
              "-cp",
              sound.streamJobJar() + ":" + sound.serverClassPath("flink"));
      boolean compiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjects(spoilt))
              .call();
      if (!compiled) {
        throw new AssertionError(mutant + " does not compile:\n" + said);
      }
    }
    return classes;
  }

  private static void replace(Path jar, Path classes) throws IOException {
    try (FileSystem inside = FileSystems.newFileSystem(jar);
        Stream<Path> compiled = Files.walk(classes)) {
      for (Path file : compiled.filter(Files::isRegularFile).toList()) {
        Files.copy(
            file,
            inside.getPath(classes.relativize(file).toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
