package io.mysimbdp.local.endtoend.link;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.EndTxnRequest;
import org.apache.kafka.common.requests.RequestHeader;

/** A request as a Kafka client sent it: the four bytes of its length, header and body. */
public final class KafkaRequest {
  private final byte[] frame;

  KafkaRequest(byte[] frame) {
    this.frame = frame;
  }

  /** The transactional id of the transaction that it commits, if it does. */
  public Optional<String> commits() {
    ByteBuffer bytes = ByteBuffer.wrap(frame, Integer.BYTES, frame.length - Integer.BYTES);
    // Looked at first: requests of a kind that the client library does not know are none of ours.
    if (bytes.getShort(bytes.position()) != ApiKeys.END_TXN.id) {
      return Optional.empty();
    }
    RequestHeader header = RequestHeader.parse(bytes);
    EndTxnRequest request = EndTxnRequest.parse(bytes, header.apiVersion());
    return request.data().committed()
        ? Optional.of(request.data().transactionalId())
        : Optional.empty();
  }
}
