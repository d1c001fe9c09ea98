package io.mysimbdp.stream.loader;

import io.mysimbdp.platform.coredms.SilverTable;
import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.types.Row;

/**
 * Upserts the rows of one silver table; a checkpoint waits until all before it are acknowledged.
 */
public final class CoredmsSink implements Sink<Row> {
  private static final long serialVersionUID = 1L;

  private final SilverTable table;
  private final String addresses;

  /**
   * Into this table.
   *
   * @param addresses of coredms, {@code HOST:PORT[,HOST:PORT…]}
   */
  public CoredmsSink(SilverTable table, String addresses) {
    this.table = table;
    this.addresses = addresses;
  }

  @Override
  @Deprecated
  public SinkWriter<Row> createWriter(InitContext context) throws IOException {
    return new CoredmsWriter(table, addresses, context.getProcessingTimeService());
  }

  @Override
  public SinkWriter<Row> createWriter(WriterInitContext context) throws IOException {
    return new CoredmsWriter(table, addresses, context.getProcessingTimeService());
  }
}
