package io.mysimbdp.emulator;

/**
 * How far an emulation has got.
 *
 * @param records read ({@link Phase#SURVEY}) or taken from the input and dealt with (later)
 * @param total how many there will be; -1 if unknown
 * @param share of the phase's work, from 0 to 1; -1 if unknown
 * @param perSecond records a second since the phase began
 */
public record Progress(Phase phase, long records, long total, double share, double perSecond) {

  /** What is being done. */
  public enum Phase {
    /** The input is read once, to learn its bounds and order. */
    SURVEY,
    /** Records are sent. */
    SENDING,
    /** Everything is sent and marked. */
    DONE
  }
}
