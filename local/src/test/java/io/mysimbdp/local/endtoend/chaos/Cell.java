package io.mysimbdp.local.endtoend.chaos;

/** One cell of the matrix of faults. */
record Cell(Target target, Fault fault) {
  @Override
  public String toString() {
    return fault + " of " + target;
  }
}
