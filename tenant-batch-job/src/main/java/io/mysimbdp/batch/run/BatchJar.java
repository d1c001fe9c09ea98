package io.mysimbdp.batch.run;

import io.mysimbdp.batch.flink.FlinkRest;
import java.nio.file.Files;
import java.nio.file.Path;

/** The batch job's jar on a cluster: uploaded when it is first needed. */
public final class BatchJar {
  private final String jar;
  private String id;

  /**
   * A jar.
   *
   * @param jar a file, or the id of one that is uploaded already
   */
  public BatchJar(String jar) {
    this.jar = jar;
  }

  /** The id under which Flink has the jar. */
  synchronized String id(FlinkRest flink) {
    if (id == null || !flink.jars().contains(id)) {
      id = Files.isRegularFile(Path.of(jar)) ? flink.upload(Path.of(jar)) : jar;
    }
    return id;
  }
}
