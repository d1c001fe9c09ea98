package io.mysimbdp.local.endtoend.link;

/** Sees every request that Kafka clients send over a link, and decides about it. Thread-safe. */
@FunctionalInterface
public interface RequestWatch {
  /** What becomes of a request. */
  enum Fate {
    /** It goes on to the broker. */
    PASS,
    /** It goes on to the broker, but nothing comes back on its connection any more. */
    PASS_UNANSWERED,
    /** The broker never sees it. */
    SWALLOW
  }

  /** Decides. */
  Fate see(KafkaRequest request);
}
