package io.mysimbdp.local.stack;

import java.nio.file.Path;

/** The home directory belongs to a stack that runs already. */
public final class StackInUseException extends StackException {
  private static final long serialVersionUID = 1L;

  StackInUseException(Path home) {
    super("a stack runs already with its home in " + home);
  }
}
