package io.mysimbdp.platform.definition.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A tenant's folder on disk. */
record Directory(Path path) implements Folder {

  @Override
  public String name() {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }

  @Override
  public String label(String file) {
    return path.resolve(file).toString();
  }

  @Override
  public String read(String file) throws IOException {
    Path target = path.resolve(file);
    if (!Files.isRegularFile(target)) {
      throw new NoSuchFileException(target.toString());
    }
    return Files.readString(target);
  }
}
