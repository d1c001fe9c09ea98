package io.mysimbdp.platform.dataset;

/**
 * A control record in a raw partition that opens or closes a dataset there.
 *
 * @param dataset the dataset's name, unique within the tenant
 * @param partition the partition that it stands in
 * @param partitions how many partitions of the topic hold a marker of the dataset
 * @param from no record of the dataset has an earlier event time; milliseconds since the epoch
 * @param close every record of the dataset has an earlier event time; milliseconds since the epoch
 * @param sent how many records the producer sent to this partition between the two markers; 0 in a
 *     begin marker
 */
public record Marker(
    Kind kind, String dataset, int partition, int partitions, long from, long close, long sent) {

  /** Which end of the dataset a marker stands at. */
  public enum Kind {
    BEGIN,
    END;

    /** The value of the control header. */
    public String header() {
      return this == BEGIN ? "begin" : "end";
    }
  }
}
