package io.mysimbdp.local.endtoend.chaos;

/**
 * A way to break a promise, as edits of one source file. Where an edit does not fit any more, the
 * suite that uses it fails.
 */
enum Mutant {
  /** Rows reach the readers at once, and once more after a restart. */
  SINK_AT_LEAST_ONCE(
      Trial.BUSY,
      "seen as committed: vm-cpu.silver.vm_cpu_spikes",
      "tenant-stream-job:stream/StreamTopology",
      Edit.of("DeliveryGuarantee.EXACTLY_ONCE", "DeliveryGuarantee.AT_LEAST_ONCE")),
  /** After a restart a partition has no clock, no counts and no open dataset. */
  GATE_STATE_NOT_CHECKPOINTED(
      Trial.BUSY,
      "ledgers",
      "tenant-stream-job:stream/source/PartitionSplitSerializer",
      Edit.of(
          "PartitionState state = split instanceof PartitionSplit own ? own.state() : null;",
          "PartitionState state = null;")),
  /** After a restart a partition in which nothing comes any more holds back every window. */
  WATERMARK_NOT_KEPT_WITH_ITS_SPLIT(
      Trial.PARTLY_CLOSED,
      "silver in Kafka: vm_cpu_windows",
      "tenant-stream-job:stream/source/GatedReader",
      Edit.of("restored.add(split.splitId());", "")),
  /** A completion is there at once, whatever becomes of the silver that it counts. */
  COMPLETIONS_OUTSIDE_THE_TRANSACTION(
      Trial.COMPLETING,
      "seen as committed: vm-cpu.completions",
      "tenant-stream-job:stream/StreamTopology",
      Edit.of(
              ".transform(\"completions\", SINK_INPUT, new CompletionOperator(tenant))",
              ".filter(input -> ((SinkInput.Outgoing) input).topic() != OutputTopics.COMPLETIONS)")
          .then(".uid(\"completions\")", ".uid(\"all-but-completions\")")
          .then(
              "OutputTopics topics = new OutputTopics(tenant);",
              """
          OutputTopics topics = new OutputTopics(tenant);
          records =
              records
                  .transform("completions", SINK_INPUT, new CompletionOperator(tenant))
                  .uid("completions");
          alerts(
              records.filter(
                  input -> ((SinkInput.Outgoing) input).topic() == OutputTopics.COMPLETIONS));
          """)),
  /** Whoever begins to see a run through records it anew, and so starts a job of its own. */
  TRIGGER_WITHOUT_ITS_LOCK(
      Trial.BATCH_AT_WORK,
      "batch jobs, one an attempt",
      "platform:platform/coredms/BatchRunStore",
      Edit.of(
              "public BatchRunRecord start(String tenant, String run, Interval interval) {",
              """
          public BatchRunRecord start(String tenant, String run, Interval interval) {
            long asked = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
          """)
          .then(
              "Optional<BatchRunRecord> recorded = find(tenant, run);",
              """
          Optional<BatchRunRecord> recorded =
              find(tenant, run).filter(found -> found.writeTime() >= asked);
          """)),
  /** Cassandra shows rows of transactions that are open, or will be aborted. */
  LOADER_READS_UNCOMMITTED(
      Trial.BUSY,
      "in coredms only when committed: vm-cpu.silver.vm_cpu_spikes",
      "tenant-stream-job:stream/LoaderJob",
      Edit.of("\"read_committed\"", "\"read_uncommitted\""));

  private final Trial trial;
  private final String caughtBy;
  private final String module;
  private final String type;

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts
  private final Edit edits;

  Mutant(Trial trial, String caughtBy, String source, Edit edits) {
    this.trial = trial;
    this.caughtBy = caughtBy;
    this.module = source.substring(0, source.indexOf(':'));
    this.type = source.substring(source.indexOf(':') + 1);
    this.edits = edits;
  }

  /** The run in which it shows. */
  Trial trial() {
    return trial;
  }

  /** The comparison that has to find it. */
  String caughtBy() {
    return caughtBy;
  }

  /** The folder of the module whose source is spoilt. */
  String module() {
    return module;
  }

  /** The source file below the project's root. */
  String source() {
    return module + "/src/main/java/io/mysimbdp/" + type + ".java";
  }

  /** The source text with the defect in it. */
  String spoil(String source) {
    return edits.in(source);
  }

  /** Whether its sink still has transactions to wait for. */
  boolean transactional() {
    return this != SINK_AT_LEAST_ONCE;
  }
}
