package io.mysimbdp.platform.definition.reading;

import io.mysimbdp.platform.record.RecordSchema;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the Avro schemas that a definition names. */
final class SchemaFiles {
  private final Folder folder;
  private final List<Problem> problems = new ArrayList<>();

  SchemaFiles(Folder folder) {
    this.folder = folder;
  }

  /** The columns of the schema in the file that is named here. */
  Optional<RecordSchema> read(Value value) {
    Optional<String> file = value.text();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    if (!file.get().matches("[A-Za-z0-9_][A-Za-z0-9_.-]*\\.avsc")) {
      value.report("'" + file.get() + "' is not the name of an .avsc file beside this one");
      return Optional.empty();
    }
    String text;
    try {
      text = folder.read(file.get());
    } catch (NoSuchFileException e) {
      value.report("there is no " + folder.label(file.get()));
      return Optional.empty();
    } catch (IOException e) {
      value.report(folder.label(file.get()) + " cannot be read: " + e.getMessage());
      return Optional.empty();
    }
    Document document = new Document(folder.label(file.get()), text);
    Optional<RecordSchema> schema = new AvroColumns(document, text).read();
    problems.addAll(document.problems());
    return schema;
  }

  /** What was found wrong in the schemas themselves. */
  List<Problem> problems() {
    return problems;
  }
}
