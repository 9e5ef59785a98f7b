package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.DatagramLink;
import org.wirebench.core.net.DatagramSpec;
import org.wirebench.core.net.PacketBuffer;
import org.wirebench.core.net.SocketAddresses;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.tool.socket.request.ServerRequest;

/**
 * A server of datagrams. Each address that sends is a client; when there are more than allowed, the
 * one that came first is forgotten.
 */
final class PacketServer implements PlayedServer {
  /** How many replies may wait for their time; then the next datagram waits in the kernel. */
  static final int MOST_ASIDES = 10_000;

  private static final Messages TEXT = Messages.of(PacketServer.class);

  private final ServerRequest request;
  private final DatagramLink link;
  private final Responders responders;
  private final ByteStores stores;
  private final Conversation.Hearer hearer;
  private final Transcript transcript;
  private final JobContext context;
  private final Clients<PacketClient> clients;
  private final Map<InetSocketAddress, PacketClient> byAddress = new LinkedHashMap<>();
  private final AtomicLong forgotten = new AtomicLong();
  private final Semaphore asides = new Semaphore(MOST_ASIDES);
  private int last;

  PacketServer(
      ServerRequest request,
      DatagramLink link,
      Responders responders,
      ByteStores stores,
      Conversation.Hearer hearer,
      JobContext context) {
    this.request = request;
    this.link = link;
    this.responders = responders;
    this.stores = stores;
    this.hearer = hearer;
    this.context = context;
    this.transcript = new Transcript(stores, context.clock(), false);
    this.clients = new Clients<>(context);
  }

  /** Takes datagrams until the socket is closed or the job is cancelled. */
  void run() throws IOException, InterruptedException, ParseProblem {
    PacketBuffer packet = new PacketBuffer(DatagramSpec.LONGEST_PACKET);
    while (true) {
      link.receive(packet);
      PacketClient client = clientAt(packet.from());
      client.heard(packet.bytes(), packet.length());
      hearer.heard(packet.bytes(), packet.length());
    }
  }

  private PacketClient clientAt(InetSocketAddress address) throws ParseProblem {
    synchronized (byAddress) {
      PacketClient known = byAddress.get(address);
      if (known != null) {
        return known;
      }
    }
    PacketClient client =
        new PacketClient(
            ++last,
            address,
            this,
            new Transcript(stores, context.clock(), false),
            responders.forClient());
    makeRoom();
    synchronized (byAddress) {
      byAddress.put(address, client);
    }
    clients.came(client);
    client.recorder().event(TEXT.get("event.came", SocketAddresses.text(address)));
    return client;
  }

  private void makeRoom() {
    PacketClient oldest;
    synchronized (byAddress) {
      if (byAddress.size() < request.maxClients()) {
        return;
      }
      oldest = byAddress.values().iterator().next();
    }
    forgotten.incrementAndGet();
    oldest.disconnect();
  }

  /** Does it on a thread of its own, as soon as there is room for one more. */
  void beside(Responder.Aside work) throws InterruptedException {
    asides.acquire();
    JobContext.Fork<?> _ =
        context.fork(
            "beside datagrams",
            own -> {
              try {
                work.run();
              } finally {
                asides.release();
              }
              return true;
            });
  }

  void forget(PacketClient client) {
    synchronized (byAddress) {
      // Whoever came again from there is somebody else.
      byAddress.remove(client.remote(), client);
    }
    clients.left(client);
  }

  DatagramLink link() {
    return link;
  }

  JobContext context() {
    return context;
  }

  @Override
  public SocketAddress address() {
    return link.local();
  }

  @Override
  public Transcript transcript() {
    return transcript;
  }

  @Override
  public List<PacketClient> clients() {
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
    return forgotten.get();
  }

  @Override
  public OptionalLong kernelDrops() {
    return link.kernelDrops();
  }
}
