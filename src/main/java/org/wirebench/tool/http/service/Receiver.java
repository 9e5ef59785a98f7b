package org.wirebench.tool.http.service;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;
import org.wirebench.core.net.Phase;
import org.wirebench.core.net.Phases;
import org.wirebench.tool.http.request.Options;

/** Takes the body of an answer into its exchange, with its content codings taken off. */
final class Receiver implements Taker {
  private static final int BUFFER = 256 * 1024;

  /** How much is read after a coding has ended; a connection with more is not kept. */
  private static final int LARGEST_REST = 1 << 20;

  /** How many codings are taken off; nobody puts on more than one or two. */
  private static final int MOST_CODINGS = 5;

  private final Exchange exchange;
  private final Options options;
  private final Watch watch;
  private final Phases phases;
  private final JobContext context;

  /**
   * @param watch is told that something came
   */
  Receiver(Exchange exchange, Options options, Watch watch, Phases phases, JobContext context) {
    this.exchange = exchange;
    this.options = options;
    this.watch = watch;
    this.phases = phases;
    this.context = context;
  }

  @Override
  public void take(ResponseHead head, Framing.Content content) throws IOException {
    watch.sign();
    List<String> codings = head.tokens("Content-Encoding");
    boolean known = options.decompress() && !codings.isEmpty() && Codings.areKnown(codings);
    boolean decodes = known && codings.size() <= MOST_CODINGS;
    exchange.answered(head, decodes);
    long total =
        head.first("Content-Length")
            .filter(length -> length.matches("\\d{1,18}"))
            .map(Long::parseLong)
            .orElse(Progress.UNKNOWN);
    Counted counted = new Counted(content);
    InputStream in = decodes ? Codings.decoded(counted, codings) : counted;
    read(in, counted, decodes, total);
    if (decodes) {
      drain(counted);
    }
    if (known && !decodes) {
      throw HttpException.codings(codings.size(), MOST_CODINGS);
    }
    phases.end(Phase.TRANSFER);
    exchange.finished(content.trailers(), counted.count);
  }

  private void read(InputStream in, Counted counted, boolean decodes, long total)
      throws IOException {
    byte[] buffer = new byte[total >= 0 && total < BUFFER ? 8 * 1024 : BUFFER];
    long size = 0;
    for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
      size += got;
      if (decodes && size > options.largest()) {
        throw HttpException.expanded(options.largest(), counted.count);
      }
      exchange.grown(buffer, got, counted.count);
      context.progress(counted.count, total, Progress.Unit.BYTES);
    }
  }

  /** A coding may end before the body does, whose end is that of the answer. */
  private static void drain(InputStream in) throws IOException {
    byte[] buffer = new byte[8 * 1024];
    int rest = 0;
    for (int got = in.read(buffer); got >= 0 && rest < LARGEST_REST; got = in.read(buffer)) {
      rest += got;
    }
  }

  /** Counts what comes, and says that it came. */
  private final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int got = super.read(bytes, offset, length);
      count += Math.max(0, got);
      watch.sign();
      return got;
    }
  }
}
