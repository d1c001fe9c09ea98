package io.mysimbdp.stream.loader;

import io.mysimbdp.platform.coredms.SilverTable;
import io.mysimbdp.platform.coredms.StoredColumn;
import io.mysimbdp.platform.names.Names;
import io.mysimbdp.platform.record.RowJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.RowTypeInfo;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.types.Row;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Silver records as the values of the insert statement of their table. */
public final class SilverRows implements KafkaRecordDeserializationSchema<Row> {
  private static final long serialVersionUID = 1L;

  private final SilverTable table;
  private transient RowJson json;
  private transient io.mysimbdp.platform.record.Row row;

  public SilverRows(SilverTable table) {
    this.table = table;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    json = new RowJson(table.analytic().output());
    row = new io.mysimbdp.platform.record.Row(table.analytic().output().size());
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Row> out)
      throws IOException {
    try {
      json.read(record.value(), row);
      long records = Long.parseLong(header(record, Names.RECORDS_HEADER));
      int partition = 0;
      long offset = 0;
      if (table.positioned()) {
        String position = header(record, Names.POSITION_HEADER);
        int colon = position.indexOf(':');
        partition = Integer.parseInt(position.substring(0, colon));
        offset = Long.parseLong(position.substring(colon + 1));
      }
      out.collect(Row.of(table.values(row, records, partition, offset)));
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException(
          "%s partition %d offset %d is no silver of this platform: %s. Something else writes to the topic, or the definition changed its columns"
              .formatted(record.topic(), record.partition(), record.offset(), e.getMessage()),
          e);
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name)
      throws IOException {
    Header header = record.headers().lastHeader(name);
    if (header == null) {
      throw new IOException("it has no header " + name);
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public RowTypeInfo getProducedType() {
    List<StoredColumn> columns = table.columns();
    return new RowTypeInfo(
        columns.stream().map(column -> type(column.cqlType())).toArray(TypeInformation[]::new),
        columns.stream().map(StoredColumn::name).toArray(String[]::new));
  }

  private static TypeInformation<?> type(String cql) {
    return switch (cql) {
      case "text" -> BasicTypeInfo.STRING_TYPE_INFO;
      case "int" -> BasicTypeInfo.INT_TYPE_INFO;
      case "bigint" -> BasicTypeInfo.LONG_TYPE_INFO;
      case "double" -> BasicTypeInfo.DOUBLE_TYPE_INFO;
      case "boolean" -> BasicTypeInfo.BOOLEAN_TYPE_INFO;
      case "decimal" -> BasicTypeInfo.BIG_DEC_TYPE_INFO;
      case "timestamp" -> BasicTypeInfo.INSTANT_TYPE_INFO;
      default -> throw new IllegalArgumentException("no type for column type " + cql);
    };
  }
}
