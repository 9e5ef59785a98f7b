package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Windows, and streams that end out of turn. */
class Http2FlowTest {
  @RegisterExtension private final HttpHarness http = new HttpHarness();
  @TempDir private Path folder;

  @Test
  void paddingIsGivenBackToTheStream() throws Exception {
    int content = 200;
    int frameCount = 10_000;
    try (RawServer server =
            new RawServer(
                client -> {
                  ServerFrames frames = new ServerFrames(client);
                  int stream = frames.request();
                  frames.say(Http2Frame.HEADERS, Http2Frame.END_HEADERS, stream, 0x88);
                  byte[] payload = new byte[1 + content + 255];
                  payload[0] = (byte) 255;
                  for (int i = 1; i <= frameCount; i++) {
                    while (frames.window < payload.length || frames.streamWindow < payload.length) {
                      if (frames.next() == null) {
                        return;
                      }
                    }
                    frames.window -= payload.length;
                    frames.streamWindow -= payload.length;
                    int end = i == frameCount ? Http2Frame.END_STREAM : 0;
                    client.say(
                        new Http2Frame(Http2Frame.DATA, Http2Frame.PADDED | end, stream, payload)
                            .bytes());
                  }
                  frames.drain();
                });
        HttpResult result =
            http.run("{url: '%s', version: h2c, idleTimeout: 3s}".formatted(server.url("/")))) {
      assertThat(result.last().body().size()).isEqualTo((long) content * frameCount);
    }
  }
}
