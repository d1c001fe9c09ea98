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

/**
 * The project as it is built, but for one source file. The classes of the stream job go into its
 * jar, those of the platform in front of the class path of the processes.
 */
final class MutantBuild {
  private static final String STREAM_JOB = "tenant-stream-job";

  private MutantBuild() {}

  /**
   * Makes it.
   *
   * @param root an empty directory
   */
  static Build of(Mutant mutant, Path root) throws IOException {
    Build sound = Build.sound();
    if (!mutant.module().equals(STREAM_JOB)) {
      Path classes = compile(mutant, sound.project(), sound.classPath(), root);
      return new Build(sound.project(), classes + ":" + sound.classPath());
    }
    Project project = new Project(root.resolve("project"));
    Files.createDirectories(project.streamJobJar().getParent());
    for (String part : List.of("flink-conf", "tenants", "local", "tenant-batch-job")) {
      Files.createSymbolicLink(project.root().resolve(part), sound.project().root().resolve(part));
    }
    Path jar = sound.project().streamJobJar();
    Files.copy(jar, project.streamJobJar());
    String classPath = jar + ":" + sound.project().serverClassPath("flink");
    replace(project.streamJobJar(), compile(mutant, sound.project(), classPath, root));
    return new Build(project, sound.classPath());
  }

  private static Path compile(Mutant mutant, Project sound, String classPath, Path folder)
      throws IOException {
    Path source = sound.root().resolve(mutant.source());
    Path spoilt = Files.createDirectories(folder.resolve("source")).resolve(source.getFileName());
    Files.writeString(spoilt, mutant.spoil(Files.readString(source)));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = List.of("-d", classes.toString(), "-proc:none", "-cp", classPath);
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
