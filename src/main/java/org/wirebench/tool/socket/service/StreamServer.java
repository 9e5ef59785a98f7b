package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.Incoming;
import org.wirebench.core.net.Listener;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.SocketAddresses;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.tool.socket.request.ServerRequest;

/** A server of streams: TCP, TLS, Unix-domain. */
final class StreamServer implements PlayedServer {
  private static final Messages TEXT = Messages.of(StreamServer.class);

  private final ServerRequest request;
  private final Listener listener;
  private final Responders responders;
  private final ByteStores stores;
  private final Conversation.Hearer hearer;
  private final Transcript transcript;
  private final Clients<StreamClient> clients;
  private final AtomicLong refused = new AtomicLong();
  private int last;
  private int waiting;

  StreamServer(
      ServerRequest request,
      Listener listener,
      Responders responders,
      ByteStores stores,
      Conversation.Hearer hearer,
      JobContext context) {
    this.request = request;
    this.listener = listener;
    this.responders = responders;
    this.stores = stores;
    this.hearer = hearer;
    this.transcript = new Transcript(stores, context.clock(), true);
    this.clients = new Clients<>(context);
  }

  /** Takes clients until the listener is closed or the job is cancelled. */
  void run(JobContext context) throws IOException, InterruptedException {
    @Nullable Incoming incoming = listener.accept();
    while (incoming != null) {
      take(incoming, context);
      incoming = listener.accept();
    }
  }

  private void take(Incoming incoming, JobContext context) {
    int number = enter();
    if (number == 0) {
      refused.incrementAndGet();
      transcript.failure(
          0, TEXT.get("event.full", SocketAddresses.text(incoming.remote()), request.maxClients()));
      incoming.close();
      return;
    }
    JobContext.Fork<?> _ =
        context.fork(
            "client " + number,
            own -> {
              try {
                open(number, incoming, own);
              } finally {
                leave();
              }
              return true;
            });
  }

  /** The number of the next client, or 0 when there is no room for it. */
  private synchronized int enter() {
    if (waiting >= request.maxClients()) {
      return 0;
    }
    waiting++;
    return ++last;
  }

  private synchronized void leave() {
    waiting--;
  }

  private void open(int number, Incoming incoming, JobContext context) throws Exception {
    Link link;
    try {
      link = new StreamLink(incoming.open(context));
    } catch (NetException failed) {
      transcript.failure(
          number,
          TEXT.get(
              "event.handshake",
              SocketAddresses.text(incoming.remote()),
              failed.failure().title()));
      return;
    }
    serve(number, link, context);
  }

  private void serve(int number, Link link, JobContext context) throws Exception {
    Transcript own = new Transcript(stores, context.clock(), true);
    StreamClient client = new StreamClient(number, link, own, transcript, context);
    clients.came(client);
    client
        .conversation()
        .recorder()
        .event(TEXT.get("event.came", SocketAddresses.text(link.remote())));
    try {
      client.serve(responders.forClient(), hearer);
    } finally {
      clients.left(client);
    }
  }

  @Override
  public SocketAddress address() {
    return listener.address();
  }

  @Override
  public Transcript transcript() {
    return transcript;
  }

  @Override
  public List<StreamClient> clients() {
    return clients.all();
  }

  @Override
  public long came() {
    return clients.came();
  }

  @Override
  public int connected() {
    return clients.connected();
  }

  @Override
  public long refused() {
    return refused.get();
  }

  @Override
  public OptionalLong kernelDrops() {
    return OptionalLong.empty();
  }
}
