package io.mysimbdp.batch.gold;

import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Where the day parts of calendar tables are kept from run to run. */
interface DayParts {
  /** Keeps the parts of the days that a run computes anew for the tables of one level. */
  void keep(DataStream<Tuple2<String, byte[]>> parts, int level);

  /** The parts of the other days that the periods of the run need. */
  DataStream<Tuple2<String, byte[]>> kept(int level);
}
