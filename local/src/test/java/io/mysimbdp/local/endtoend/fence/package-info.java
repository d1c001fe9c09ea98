/** What it takes to make Kafka abort a transaction that Flink is about to commit. */
package io.mysimbdp.local.endtoend.fence;
