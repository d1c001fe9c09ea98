package io.mysimbdp.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Packs {@link Guard} as an agent jar of its own, so that a server's class path gets this one class
 * and nothing else of ours.
 */
public final class GuardJar {
  /** What the file is called. */
  public static final String NAME = "mysimbdp-guard.jar";

  private GuardJar() {}

  /** Writes the jar into a directory, which is created, and returns its path. */
  public static Path write(Path directory) throws IOException {
    Files.createDirectories(directory);
    Path jar = directory.resolve(NAME);
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", Guard.class.getName());
    String entry = Guard.class.getName().replace('.', '/') + ".class";
    try (InputStream guard = Guard.class.getClassLoader().getResourceAsStream(entry);
        OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      if (guard == null) {
        throw new IOException(entry + " is missing from the class path");
      }
      out.putNextEntry(new JarEntry(entry));
      guard.transferTo(out);
      out.closeEntry();
    }
    return jar;
  }
}
