package io.mysimbdp.emulator.line;

import java.util.Arrays;

/**
 * One line of an input, without its line end. A line is a view into a reader's buffer: it is valid
 * until the next one is taken; {@link #copy} outlives that.
 */
public final class Line implements Comparable<Line> {
  private byte[] data = new byte[0];
  private int offset;
  private int length;
  private int input;
  private long number;
  private long time = Long.MIN_VALUE;
  private boolean timed;

  /** Makes this the view of a line's bytes. */
  public Line show(byte[] bytes, int from, int count) {
    data = bytes;
    offset = from;
    length = count;
    return this;
  }

  /** Says where the line stands: in which of the inputs, and as which of its lines, from 1. */
  public Line at(int inputIndex, long lineNumber) {
    input = inputIndex;
    number = lineNumber;
    return this;
  }

  /**
   * Says when the line happened, in microseconds since the epoch: finer than the platform's event
   * time, so that sorted lines keep the order of a trace that is finer.
   *
   * @param own whether that is the line's own event time; otherwise it is that of a line before
   */
  public Line when(long micros, boolean own) {
    time = micros;
    timed = own;
    return this;
  }

  /** The array in which the line stands; not to be changed. */
  public byte[] data() {
    return data;
  }

  /** Where in {@link #data} the line starts. */
  public int offset() {
    return offset;
  }

  /** How many bytes the line has. */
  public int length() {
    return length;
  }

  /** Which of the inputs the line is from, counted from 0 in the order they were given. */
  public int input() {
    return input;
  }

  /** The line's number in its file, counted from 1. */
  public long number() {
    return number;
  }

  /**
   * The line's event time if that can be read and is plausible, otherwise the time of the line
   * before it in its file; {@link Long#MIN_VALUE} if there is none. Microseconds since the epoch.
   */
  public long time() {
    return time;
  }

  /** Whether {@link #time} is the line's own. */
  public boolean timed() {
    return timed;
  }

  /** The line's bytes in an array of their own. */
  public byte[] bytes() {
    return Arrays.copyOfRange(data, offset, offset + length);
  }

  /** The line with its own bytes. */
  public Line copy() {
    return new Line().show(bytes(), 0, length).at(input, number).when(time, timed);
  }

  /** By time, then as the lines stand in the inputs. */
  @Override
  public int compareTo(Line other) {
    int order = Long.compare(time, other.time);
    if (order == 0) {
      order = Integer.compare(input, other.input);
    }
    return order != 0 ? order : Long.compare(number, other.number);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Line line && compareTo(line) == 0;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(time * 31 + number) + input;
  }
}
