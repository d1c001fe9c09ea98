package io.mysimbdp.local.endtoend.chaos;

/**
 * One planned fault.
 *
 * @param number from 1, in the order of the plan
 * @param pick which of several processes of the target is meant; taken modulo their number
 */
record Strike(int number, Cell cell, int pick) {
  @Override
  public String toString() {
    return number + ": " + cell;
  }
}
