package io.mysimbdp.local.endtoend.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.common.message.EndTxnRequestData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.EndTxnRequest;
import org.apache.kafka.common.requests.RequestHeader;
import org.junit.jupiter.api.Test;

class KafkaRequestTest {
  private static byte[] endTxn(short version, String id, boolean commit) {
    EndTxnRequest request =
        new EndTxnRequest.Builder(
                new EndTxnRequestData()
                    .setTransactionalId(id)
                    .setProducerId(5)
                    .setProducerEpoch((short) 3)
                    .setCommitted(commit))
            .build(version);
    ByteBuffer body =
        request.serializeWithHeader(new RequestHeader(ApiKeys.END_TXN, version, "client", 1));
    return ByteBuffer.allocate(Integer.BYTES + body.remaining())
        .putInt(body.remaining())
        .put(body)
        .array();
  }

  @Test
  void aCommitIsKnownInEveryVersionOfTheRequest() {
    for (short version : ApiKeys.END_TXN.allVersions()) {
      assertThat(new KafkaRequest(endTxn(version, "t.stream-0-7", true)).commits())
          .contains("t.stream-0-7");
      assertThat(new KafkaRequest(endTxn(version, "t.stream-0-7", false)).commits()).isEmpty();
    }
  }

  @Test
  void aRequestOfAnotherKindCommitsNothing() {
    byte[] frame = endTxn((short) 1, "t", true);
    ByteBuffer.wrap(frame).putShort(Integer.BYTES, (short) 9_999);
    assertThat(new KafkaRequest(frame).commits()).isEmpty();
  }

  @Test
  void theWatchDecidesWhatBecomesOfARequest() throws IOException {
    byte[] harmless = endTxn((short) 3, "harmless", true);
    byte[] swallowed = endTxn((short) 3, "swallowed", true);
    byte[] unanswered = endTxn((short) 3, "unanswered", true);
    try (Echo echo = new Echo();
        Link link =
            Link.ofKafka(
                request ->
                    switch (request.commits().orElseThrow()) {
                      case "swallowed" -> RequestWatch.Fate.SWALLOW;
                      case "unanswered" -> RequestWatch.Fate.PASS_UNANSWERED;
                      default -> RequestWatch.Fate.PASS;
                    })) {
      link.leadTo("127.0.0.1:" + echo.port());
      try (Socket client = new Socket(InetAddress.getLoopbackAddress(), link.port())) {
        client.setSoTimeout(10_000);
        for (byte[] frame : List.of(swallowed, harmless)) {
          client.getOutputStream().write(frame);
        }
        assertThat(client.getInputStream().readNBytes(harmless.length)).isEqualTo(harmless);
        assertThat(echo.received()).isEqualTo(harmless.length);
        client.getOutputStream().write(unanswered);
        client.setSoTimeout(200);
        assertThatThrownBy(() -> client.getInputStream().read())
            .isInstanceOf(SocketTimeoutException.class);
        assertThat(echo.received()).isEqualTo(harmless.length + unanswered.length);
      }
    }
  }
}
