package io.mysimbdp.batch.run;

import io.mysimbdp.platform.coredms.BatchRunRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The Flink job id of an attempt, which every process derives alike. */
final class JobIds {
  private static final int BYTES = 16;

  private JobIds() {}

  /**
   * 32 hexadecimal digits from tenant, run, attempt and write time. The write time tells a run from
   * one of the same name that was forgotten: Flink refuses an id for as long as it runs.
   */
  static String of(BatchRunRecord run) {
    String text =
        String.join(
            "\n",
            run.tenant(),
            run.run(),
            Integer.toString(run.attempt()),
            Long.toString(run.writeTime()));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
