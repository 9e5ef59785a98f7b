package org.wirebench.tool.socket.service;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.Listener;
import org.wirebench.core.net.SocketAddresses;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.request.Transport;

/** Carries socket requests out: live, in the hands of a user, or headless, step by step. */
public final class SocketService {
  private static final Messages TEXT = Messages.of(SocketService.class);

  private final SocketEnvironment environment;
  private final Links links;

  public SocketService(SocketEnvironment environment) {
    this.environment = environment;
    this.links = new Links(environment);
  }

  /**
   * Connects and talks until the conversation is over.
   *
   * @param opened is given the session as soon as it stands, on the job's thread
   * @throws IOException when the connection cannot be made, or breaks
   */
  public void talk(ClientRequest request, Consumer<ClientSession> opened, JobContext context)
      throws Exception {
    converse(
        request, (bytes, length) -> {}, context, (session, conversation) -> opened.accept(session));
  }

  /** Is told of a conversation that was just opened. */
  @FunctionalInterface
  interface Opened {
    void accept(ClientSession session, Conversation conversation) throws Exception;
  }

  void converse(
      ClientRequest request, Conversation.Hearer hearer, JobContext context, Opened opened)
      throws Exception {
    context.step(TEXT.get("step.connect"));
    Link link = links.connect(request, context);
    Transcript transcript = new Transcript(environment.stores(), context.clock(), link.isStream());
    Recorder recorder = new FirstByte(link.phases()).and(Recorder.into(transcript));
    Conversation conversation = new Conversation(link, recorder);
    conversation.recorder().event(greeting(link));
    context.step("");
    try (JobContext.Registration _ = context.closeOnCancel(link)) {
      opened.accept(new ClientSession(conversation, transcript), conversation);
      conversation.run(hearer, true, context);
    }
  }

  private static String greeting(Link link) {
    if (!link.isStream()) {
      return TEXT.get("event.bound", SocketAddresses.text(link.local()));
    }
    return link.tls()
        .map(
            tls ->
                TEXT.get(
                    "event.connectedTls",
                    SocketAddresses.text(link.remote()),
                    tls.version(),
                    tls.cipher()))
        .orElseGet(() -> TEXT.get("event.connected", SocketAddresses.text(link.remote())));
  }

  /**
   * Listens and serves until the job is cancelled.
   *
   * @param opened is given the server as soon as it listens, on the job's thread
   * @throws IOException when the address cannot be listened on
   */
  public void serve(ServerRequest request, Consumer<ServerSession> opened, JobContext context)
      throws Exception {
    serve(request, (bytes, length) -> {}, opened::accept, context);
  }

  void serve(
      ServerRequest request,
      Conversation.Hearer hearer,
      Consumer<PlayedServer> opened,
      JobContext context)
      throws Exception {
    Responders responders = responders(request, context);
    if (request.transport() == Transport.UDP) {
      var link = links.bind(request, context);
      var server =
          new PacketServer(request, link, responders, environment.stores(), hearer, context);
      opened.accept(server);
      server.run();
      return;
    }
    try (Listener listener = links.listen(request, context)) {
      var server =
          new StreamServer(request, listener, responders, environment.stores(), hearer, context);
      opened.accept(server);
      server.run(context);
    }
  }

  private static Responders responders(ServerRequest request, JobContext context)
      throws ParseProblem {
    return new Responders(
        request.behaviour(),
        request.talk().charset(),
        context.clock(),
        RandomGenerator.getDefault());
  }

  /**
   * Plays the steps of a request.
   *
   * @return what it brought
   * @throws IOException when the connection fails, or something that is waited for does not come
   */
  public SocketResult run(SocketRequest request, JobContext context) throws Exception {
    return play(request, transcript -> {}, context);
  }

  /**
   * Plays the steps of a request while somebody looks on.
   *
   * @param opened is given the transcript as soon as the socket is open, on a thread of the job
   */
  public SocketResult play(SocketRequest request, Consumer<Transcript> opened, JobContext context)
      throws Exception {
    Duration perStep = environment.defaults().get().replyTimeout();
    return new Player(this::converse, this::serve, opened, perStep, context).play(request);
  }
}
