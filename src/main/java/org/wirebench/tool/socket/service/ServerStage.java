package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.SocketAddresses;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.socket.request.Payload;
import org.wirebench.tool.socket.request.ServerRequest;

/**
 * The steps of a server are done to all clients that are there. Each is sent to by a thread of its
 * own, straight into its socket: nothing piles up, and one that does not read keeps no other from
 * its bytes, only the step from its end.
 */
final class ServerStage implements Stage {
  private static final Messages TEXT = Messages.of(ServerStage.class);

  private final PlayedServer server;
  private final ServerRequest request;
  private final Duration patience;
  private final Supplier<Optional<NetFailure>> broken;
  private final JobContext context;
  private final Set<PlayedClient> sentTo = ConcurrentHashMap.newKeySet();
  private volatile boolean late;

  /**
   * @param patience how long a client that does not read is waited for, as the failure tells it
   * @param broken why the server came to an end by itself; empty while it lasts
   */
  ServerStage(
      PlayedServer server,
      ServerRequest request,
      Duration patience,
      Supplier<Optional<NetFailure>> broken,
      JobContext context) {
    this.server = server;
    this.request = request;
    this.patience = patience;
    this.broken = broken;
    this.context = context;
  }

  private List<? extends PlayedClient> here() {
    return server.clients().stream()
        .filter(client -> client.isConnected() && !client.isParting())
        .toList();
  }

  @Override
  public void send(Payload payload) throws Exception {
    Saying saying = Saying.of(payload, request.talk().charset());
    List<JobContext.Fork<Boolean>> all = new ArrayList<>();
    for (PlayedClient client : here()) {
      all.add(
          context.fork(
              "send to client " + client.number(), own -> new Delivery(client).of(saying)));
    }
    boolean anybody = false;
    @Nullable IOException failure = null;
    for (JobContext.Fork<Boolean> one : all) {
      try {
        anybody |= one.join();
      } catch (IOException failed) {
        failure = failure == null ? failed : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
    if (!anybody) {
      throw new NotSentException(nobody(), null);
    }
  }

  /** One client, while it is sent to. */
  private final class Delivery implements Sink {
    private final PlayedClient client;
    private long handedOver;
    private boolean failed;

    Delivery(PlayedClient client) {
      this.client = client;
    }

    /** Whether it was there to be sent to. */
    boolean of(Saying saying) throws IOException, InterruptedException {
      sentTo.add(client);
      try {
        if (late) {
          throw new Inbox.ExpiredException();
        }
        saying.say(this);
        return true;
      } catch (IOException why) {
        if (!failed) {
          throw why;
        }
        if (late) {
          throw new NotSentException(deaf(), why);
        }
        if (handedOver == 0 && client.isParting()) {
          return false;
        }
        throw new NotSentException(left(NetFailure.of(why)), why);
      } finally {
        sentTo.remove(client);
      }
    }

    @Override
    public void send(byte[] bytes, int offset, int length)
        throws IOException, InterruptedException {
      try {
        client.send(bytes, offset, length);
      } catch (IOException why) {
        failed = true;
        throw why;
      }
      handedOver += length;
    }

    @Override
    public boolean isDatagram() {
      return client.isDatagram();
    }

    private NetFailure deaf() {
      return new NetFailure(
          NetFailure.Kind.TIMED_OUT,
          TEXT.get("played.deaf.title", client.number()),
          TEXT.get(
              "played.deaf.cause",
              SocketAddresses.text(client.remote()),
              Amounts.duration(patience),
              Amounts.bytes(handedOver)),
          TEXT.get("played.deaf.remedy"),
          "");
    }

    private NetFailure left(NetFailure why) {
      return new NetFailure(
          why.kind(),
          TEXT.get("played.left.title", client.number()),
          TEXT.get(
              "played.left.cause",
              SocketAddresses.text(client.remote()),
              why.title(),
              Amounts.bytes(handedOver)),
          why.remedy(),
          why.detail());
    }
  }

  private static NetFailure nobody() {
    return new NetFailure(
        NetFailure.Kind.CLOSED,
        TEXT.get("played.nobody.title"),
        TEXT.get("played.nobody.cause"),
        TEXT.get("played.nobody.remedy"),
        "");
  }

  @Override
  public void halfClose() {
    here().forEach(PlayedClient::goodbye);
  }

  @Override
  public void reset() {
    server.clients().stream().filter(ServedClient::isConnected).forEach(ServedClient::reset);
  }

  @Override
  public Optional<NetFailure> broken() {
    return broken.get();
  }

  /** Clients spoke first, so somebody listens. */
  @Override
  public boolean isUnreachable() {
    return false;
  }

  /** A server has no end of its own. */
  @Override
  public void checkEnd() throws NetException {
    Optional<NetFailure> why = broken();
    if (why.isPresent()) {
      throw new NetException(why.get(), null);
    }
  }

  @Override
  public void giveUp() {
    late = true;
    sentTo.forEach(ServedClient::disconnect);
  }

  /**
   * Parts from all clients in order, so that the last of what was sent arrives; those that do not
   * end their direction are closed after {@link Ending#FAREWELL}.
   */
  void finish() throws Exception {
    List<JobContext.Fork<Boolean>> all = new ArrayList<>();
    for (PlayedClient client : server.clients()) {
      if (client.isConnected()) {
        all.add(context.fork("goodbye to client " + client.number(), own -> part(client)));
      }
    }
    for (JobContext.Fork<Boolean> one : all) {
      boolean _ = one.join();
    }
  }

  private static boolean part(PlayedClient client) throws InterruptedException {
    if (!client.isParting()) {
      client.goodbye();
    }
    client.awaitGone();
    return true;
  }
}
