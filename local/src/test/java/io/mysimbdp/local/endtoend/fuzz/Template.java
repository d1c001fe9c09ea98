package io.mysimbdp.local.endtoend.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Sound records of one raw stream, from which the spoilt ones are made. */
public interface Template {
  /** Such texts come through: silver is grouped by this column. */
  String watched();

  /** The columns that hold texts. */
  List<String> texts();

  /** The columns that hold numbers. */
  List<String> numbers();

  /** The record with this number of so many, by column its value in JSON; event times grow. */
  Map<String, String> record(long number, long count, Random random);
}
