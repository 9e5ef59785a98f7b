package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.PeerEnd;
import org.wirebench.tool.socket.request.Payload;

/** The steps of a client are done to its one conversation. */
final class ClientStage implements Stage {
  private final Conversation conversation;
  private final Charset charset;

  ClientStage(Conversation conversation, Charset charset) {
    this.conversation = conversation;
    this.charset = charset;
  }

  @Override
  public void send(Payload payload) throws IOException, InterruptedException, ParseProblem {
    Saying.of(payload, charset).say(conversation.speaker());
  }

  @Override
  public void halfClose() throws IOException {
    conversation.speaker().halfClose();
  }

  @Override
  public void reset() {
    conversation.ending().reset();
  }

  @Override
  public Optional<NetFailure> broken() {
    return conversation.ending().broken();
  }

  @Override
  public boolean isUnreachable() {
    return conversation.ending().isUnreachable();
  }

  /**
   * A connection that was reset, or died, has ended too; how, is in the result. What broke it
   * otherwise, such as an alert of TLS, stands nowhere else.
   */
  @Override
  public void checkEnd() throws NetException {
    Optional<NetFailure> why = broken();
    if (conversation.link().peerEnd() == PeerEnd.NONE && why.isPresent()) {
      throw new NetException(why.get(), null);
    }
  }

  @Override
  public void giveUp() {
    conversation.ending().close();
  }
}
