package org.wirebench.tool.socket.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadBufferTest {
  @Test
  void aStreamThatFloodsGetsALargeBufferAndOneThatCalmsDownASmallOneAgain() {
    ReadBuffer buffer = new ReadBuffer(true);
    assertThat(buffer.array()).hasSize(ReadBuffer.SMALLEST);
    for (int i = 0; i < 10; i++) {
      buffer.filled(buffer.array().length);
    }
    assertThat(buffer.array()).hasSize(Link.BUFFER);
    buffer.filled(10);
    assertThat(buffer.array()).hasSize(Link.BUFFER);
    for (int i = 0; i < 100; i++) {
      buffer.filled(10);
    }
    assertThat(buffer.array()).hasSize(ReadBuffer.SMALLEST);
  }

  @Test
  void anyDatagramFitsIn() {
    ReadBuffer buffer = new ReadBuffer(false);
    for (int i = 0; i < 100; i++) {
      buffer.filled(1);
    }
    assertThat(buffer.array()).hasSizeGreaterThan(65_535);
  }
}
