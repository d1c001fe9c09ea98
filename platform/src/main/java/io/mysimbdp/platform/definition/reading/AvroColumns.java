package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.record.Column;
import io.mysimbdp.platform.record.ColumnType;
import io.mysimbdp.platform.record.DecimalText;
import io.mysimbdp.platform.record.RecordSchema;
import io.mysimbdp.platform.spelling.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The columns of an Avro schema. Avro itself says what the schema means; the text, read as YAML
 * (which JSON is), says where each part stands.
 */
final class AvroColumns {
  private static final String ALLOWED =
      "a column is a string, int, long, float, double, boolean, a long with logicalType"
          + " timestamp-millis, bytes with logicalType decimal (precision 1 to "
          + DecimalText.MAX_PRECISION
          + ", scale 0 to precision), or a union of one of these with null";
  private static final List<String> NAMES =
      List.of(
          "string", "int", "long", "float", "double", "boolean", "null", "bytes", "record", "enum",
          "array", "map", "fixed");

  private final Document document;
  private final String text;

  AvroColumns(Document document, String text) {
    this.document = document;
    this.text = text;
  }

  /** The columns; none if something is wrong, which the document then holds. */
  Optional<RecordSchema> read() {
    Optional<Value> root = document.root();
    if (root.isEmpty()) {
      return Optional.empty();
    }
    List<Value> types = fieldTypes(root.get());
    if (!document.problems().isEmpty()) {
      return Optional.empty();
    }
    Schema schema;
    try {
      schema = new Schema.Parser().parse(text);
    } catch (AvroRuntimeException e) {
      root.get().report("not an Avro schema: " + e.getMessage());
      return Optional.empty();
    }
    if (schema.getType() != Schema.Type.RECORD || schema.getFields().isEmpty()) {
      root.get().report("the schema of a stream is an Avro record with at least one field");
      return Optional.empty();
    }
    List<Column> columns = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      Optional<Column> column = column(field);
      if (column.isEmpty()) {
        types
            .get(field.pos())
            .report(
                "field '"
                    + field.name()
                    + "' has a type that is not offered: "
                    + describe(field.schema())
                    + "; "
                    + ALLOWED);
      }
      column.ifPresent(columns::add);
    }
    return document.problems().isEmpty()
        ? Optional.of(new RecordSchema(columns))
        : Optional.empty();
  }

  /** Where the fields' types stand. A misspelt type is told here: Avro would not say where. */
  private List<Value> fieldTypes(Value root) {
    List<Value> types = new ArrayList<>();
    for (Value field : child(root, "fields").map(Value::list).orElse(List.of())) {
      Value type = child(field, "type").orElse(field);
      types.add(type);
      if (type.node() instanceof ScalarNode scalar && !NAMES.contains(scalar.getValue())) {
        type.report(
            "Avro has no type '"
                + scalar.getValue()
                + "'"
                + NearestName.of(scalar.getValue(), NAMES)
                    .map(name -> "; did you mean '" + name + "'?")
                    .orElse("; " + ALLOWED));
      }
    }
    return types;
  }

  private static Optional<Value> child(Value value, String name) {
    return value.isMapping()
        ? value.entries().stream()
            .filter(entry -> entry.name().equals(name))
            .map(Value.Entry::value)
            .findFirst()
        : Optional.empty();
  }

  private static Optional<Column> column(Schema.Field field) {
    Schema schema = field.schema();
    boolean nullable = false;
    if (schema.getType() == Schema.Type.UNION) {
      List<Schema> others =
          schema.getTypes().stream().filter(t -> t.getType() != Schema.Type.NULL).toList();
      if (others.size() != 1) {
        return Optional.empty();
      }
      nullable = schema.getTypes().size() == 2;
      schema = others.get(0);
    }
    if (schema.getType() == Schema.Type.BYTES
        && schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
      return decimal(field.name(), nullable, decimal);
    }
    boolean isNullable = nullable;
    return type(schema).map(type -> new Column(field.name(), type, isNullable));
  }

  private static Optional<Column> decimal(
      String name, boolean nullable, LogicalTypes.Decimal decimal) {
    return decimal.getPrecision() > DecimalText.MAX_PRECISION
        ? Optional.empty()
        : Optional.of(
            new Column(
                name, ColumnType.DECIMAL, nullable, decimal.getPrecision(), decimal.getScale()));
  }

  private static Optional<ColumnType> type(Schema schema) {
    LogicalType logical = schema.getLogicalType();
    if (logical != null) {
      return logical.equals(LogicalTypes.timestampMillis())
          ? Optional.of(ColumnType.TIMESTAMP)
          : Optional.empty();
    }
    return switch (schema.getType()) {
      case STRING -> Optional.of(ColumnType.TEXT);
      case INT, LONG -> Optional.of(ColumnType.LONG);
      case FLOAT, DOUBLE -> Optional.of(ColumnType.DOUBLE);
      case BOOLEAN -> Optional.of(ColumnType.BOOLEAN);
      default -> Optional.empty();
    };
  }

  private static String describe(Schema schema) {
    // Avro leaves out a logical type that it finds invalid, such as a scale above the precision.
    String logical = schema.getProp(LogicalType.LOGICAL_TYPE_PROP);
    if (logical != null) {
      return schema.getType().getName()
          + " with logicalType "
          + logical
          + (schema.getLogicalType() == null ? " that is not valid" : "");
    }
    return schema.getType() == Schema.Type.UNION
        ? "union of " + schema.getTypes().stream().map(AvroColumns::describe).toList()
        : schema.getType().getName();
  }
}
