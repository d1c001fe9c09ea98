package io.mysimbdp.platform.definition.reading;

import java.io.IOException;

/** Where the files of one tenant's definition lie. */
interface Folder {

  /** The name that the tenant must have. */
  String name();

  /** How problems name a file of the folder. */
  String label(String file);

  /**
   * The text of a file.
   *
   * @throws java.nio.file.NoSuchFileException if there is none of that name
   * @throws IOException if it cannot be read, or is not UTF-8
   */
  String read(String file) throws IOException;
}
