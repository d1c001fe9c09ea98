package io.mysimbdp.stream;

import io.mysimbdp.platform.definition.Tenant;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The execution environment that both jobs of this jar run in. */
final class JobEnvironment {
  /** Key groups, hence the largest parallelism a running tenant can ever be scaled to. */
  private static final int MAX_PARALLELISM = 128;

  private JobEnvironment() {}

  static StreamExecutionEnvironment of(Tenant tenant, int parallelism) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    configuration.set(
        CheckpointingOptions.CHECKPOINTING_INTERVAL, tenant.agreement().checkpointInterval());
    // Slices and completions rely on all subtasks having seen the same watermark at a checkpoint.
    configuration.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    environment.configure(configuration);
    environment.setParallelism(parallelism);
    environment.setMaxParallelism(MAX_PARALLELISM);
    return environment;
  }
}
