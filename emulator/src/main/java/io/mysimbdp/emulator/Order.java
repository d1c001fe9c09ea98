package io.mysimbdp.emulator;

/** In which order records are sent. */
public enum Order {
  /** By event time; records of the same time as they stand in the files. */
  EVENT_TIME,
  /** As they stand in the files, one file after the other. */
  FILE
}
