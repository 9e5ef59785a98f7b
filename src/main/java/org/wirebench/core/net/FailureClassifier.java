package org.wirebench.core.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.DeadlineExceededException;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.net.proxy.ProxyException;
import org.wirebench.core.net.tls.Diagnosis;
import org.wirebench.core.net.tls.TlsException;
import org.wirebench.core.net.tls.TlsFileException;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;

/** Puts exceptions into words. */
final class FailureClassifier {
  private static final Messages TEXT = Messages.of(FailureClassifier.class);
  private static final int DEEPEST = 20;

  NetFailure classify(Throwable thrown) {
    Throwable one = thrown;
    for (int depth = 0; one != null && depth < DEEPEST; depth++) {
      NetFailure known = known(one);
      if (known != null) {
        return known;
      }
      if (!wrapsAnother(one)) {
        break;
      }
      one = one.getCause();
    }
    return thrown instanceof IOException
        ? failure(
            Kind.IO,
            TEXT.get("io.title"),
            TEXT.get("io.cause", message(thrown)),
            TEXT.get("io.remedy"),
            thrown)
        : internal(thrown);
  }

  /** Whether the reason may be in the cause; that of any other exception is a defect of ours. */
  private static boolean wrapsAnother(Throwable thrown) {
    return thrown instanceof IOException
        || thrown instanceof UncheckedIOException
        || thrown instanceof ExecutionException
        || thrown instanceof CompletionException;
  }

  private @Nullable NetFailure known(Throwable thrown) {
    return switch (thrown) {
      case NetException net -> net.failure();
      case NotConnectedException many -> ConnectWords.of(many, this);
      case TlsException tls -> TlsWords.of(tls);
      case SSLException tls -> fromEngine(tls);
      case TlsFileException file -> TlsWords.of(file);
      case ProxyException proxy -> ProxyWords.of(proxy);
      case EndpointException endpoint ->
          failure(Kind.INVALID, TEXT.get("endpoint.title"), message(endpoint), "", endpoint);
      case DeadlineExceededException late -> late(late);
      case UnknownHostException unknown -> unknownHost(unknown);
      case SocketTimeoutException late -> timedOut(late);
      case TimeoutException late -> timedOut(late);
      case CancellationException cancelled -> cancelled(cancelled);
      case InterruptedException cancelled -> cancelled(cancelled);
      case InterruptedIOException cancelled -> cancelled(cancelled);
      case ClosedByInterruptException cancelled -> cancelled(cancelled);
      case AsynchronousCloseException closed -> closedHere(closed);
      case ClosedChannelException closed -> closedHere(closed);
      case EOFException end ->
          failure(
              Kind.CLOSED,
              TEXT.get("ended.title"),
              TEXT.get("ended.cause"),
              TEXT.get("ended.remedy"),
              end);
      case OutOfMemoryError full ->
          failure(
              Kind.LIMIT,
              TEXT.get("memory.title"),
              TEXT.get("memory.cause"),
              TEXT.get("memory.remedy"),
              full);
      case IOException io -> FileWords.of(io).or(() -> SocketWords.of(io)).orElse(null);
      default -> null;
    };
  }

  private NetFailure fromEngine(SSLException thrown) {
    IOException diagnosed = Diagnosis.of(thrown);
    return diagnosed instanceof TlsException tls ? TlsWords.of(tls) : classify(diagnosed);
  }

  private static NetFailure late(DeadlineExceededException late) {
    String limit = Amounts.duration(late.limit());
    String step = Escapes.display(late.step());
    return failure(
        Kind.TIMED_OUT,
        TEXT.get("late.title"),
        step.isEmpty() ? TEXT.get("late.cause", limit) : TEXT.get("late.causeStep", limit, step),
        TEXT.get("late.remedy"),
        late);
  }

  private static NetFailure unknownHost(UnknownHostException unknown) {
    return failure(
        Kind.HOST_UNKNOWN,
        TEXT.get("unknown.title"),
        TEXT.get("unknown.cause", message(unknown)),
        TEXT.get("unknown.remedy"),
        unknown);
  }

  static NetFailure timedOut(Exception late) {
    return failure(
        Kind.TIMED_OUT,
        TEXT.get("silent.title"),
        TEXT.get("silent.cause"),
        TEXT.get("silent.remedy"),
        late);
  }

  private static NetFailure cancelled(Exception why) {
    return failure(
        Kind.CANCELLED, TEXT.get("cancelled.title"), TEXT.get("cancelled.cause"), "", why);
  }

  static NetFailure closedHere(Exception why) {
    return failure(
        Kind.CANCELLED, TEXT.get("closedHere.title"), TEXT.get("closedHere.cause"), "", why);
  }

  private static NetFailure internal(Throwable defect) {
    StringWriter trace = new StringWriter();
    defect.printStackTrace(new PrintWriter(trace));
    List<String> lines = trace.toString().lines().map(FailureClassifier::traceLine).toList();
    return new NetFailure(
        Kind.INTERNAL,
        TEXT.get("internal.title"),
        TEXT.get("internal.cause", Escapes.display(defect.toString())),
        TEXT.get("internal.remedy"),
        String.join("\n", lines));
  }

  private static String traceLine(String line) {
    return (line.startsWith("\t") ? "  " : "") + Escapes.display(line.strip());
  }

  static NetFailure failure(
      Kind kind, String title, String cause, String remedy, Throwable thrown) {
    return new NetFailure(kind, title, cause, remedy, detail(thrown));
  }

  /** The chain of exceptions, one in each line. */
  static String detail(Throwable thrown) {
    List<String> lines = new ArrayList<>();
    Throwable one = thrown;
    for (int depth = 0; one != null && depth < DEEPEST; depth++) {
      lines.add(Escapes.display(one.toString()));
      one = one.getCause();
    }
    return String.join("\n", lines);
  }

  /**
   * What the exception says, or at least what it is; clean, and without a full stop at its end: it
   * becomes a part of a sentence of ours.
   */
  static String message(Throwable thrown) {
    String said = Optional.ofNullable(thrown.getMessage()).orElse("").strip();
    return Escapes.display(
        said.isEmpty()
            ? thrown.getClass().getSimpleName()
            : said.replaceFirst("(?<=[^.])\\.$", ""));
  }
}
