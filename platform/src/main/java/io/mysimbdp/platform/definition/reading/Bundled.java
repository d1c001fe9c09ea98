package io.mysimbdp.platform.definition.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;

/** A tenant's folder within the jar of a job: {@code tenants/<name>/} on the class path. */
record Bundled(String name) implements Folder {

  @Override
  public String label(String file) {
    return "tenants/" + name + "/" + file;
  }

  @Override
  public String read(String file) throws IOException {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    if (loader == null) {
      loader = Bundled.class.getClassLoader();
    }
    try (InputStream in = loader.getResourceAsStream(label(file))) {
      if (in == null) {
        throw new NoSuchFileException(label(file));
      }
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(in.readAllBytes()))
          .toString();
    }
  }
}
