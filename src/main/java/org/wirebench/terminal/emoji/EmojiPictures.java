package org.wirebench.terminal.emoji;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FxJobs;

/**
 * The pictures of emoji, made by a job as they are needed: until one is there, the font draws what
 * it has. FX thread only, but for the job.
 */
public final class EmojiPictures {
  private static final Messages TEXT = Messages.of(EmojiPictures.class);

  /** How many are kept, of some 70 kB each. */
  private static final int MOST = 512;

  /** Outside of the blocks of pictures, and pictures only where the text says so. */
  private static final String ON_DEMAND = "#*0123456789©®〰〽㊗㊙";

  /** How many are remembered that were forgotten; more than a screen has cells for. */
  private static final int MOST_FORGOTTEN = 1 << 14;

  private static final float LOAD = 0.75f;

  /** As large as the pictures of the font; drawn smaller, mostly. */
  private static final double LARGEST = 136;

  private final FxJobs jobs;
  private final Runnable made;
  private final Set<String> wanted = new HashSet<>();
  private final Set<String> forgotten = new HashSet<>();
  private boolean working;
  private boolean broken;

  /** Whether what is drawn next is only drawn because there are more pictures. */
  private boolean drawingAnew;

  /** What is known; empty for what the font has no picture of. */
  private final Map<String, Optional<Image>> known =
      new LinkedHashMap<>(16, LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Image>> eldest) {
          boolean full = size() > MOST;
          if (full) {
            forget(eldest.getKey());
          }
          return full;
        }
      };

  /** The font; null until it was found. Of the job alone, as is whether it was looked for. */
  private @Nullable EmojiFont font;

  private boolean lookedFor;

  /**
   * Of the font in the folders of the system.
   *
   * @param made is run when there are more
   */
  public EmojiPictures(FxJobs jobs, Runnable made) {
    this.jobs = jobs;
    this.made = made;
  }

  /**
   * Whether there may be a picture of what begins with this: all of these blocks have some.
   *
   * @param cluster whether more follows than this character
   */
  public static boolean isCandidate(int codePoint, boolean cluster) {
    return codePoint >= 0x1f000
        || (codePoint >= 0x203c && codePoint <= 0x2bff)
        || (cluster && ON_DEMAND.indexOf(codePoint) >= 0);
  }

  /** The picture of a cluster, if it is there by now. */
  public @Nullable Image of(String cluster) {
    Optional<Image> there = known.get(cluster);
    if (there == null && !broken && wanted.size() < MOST && isWorthIt(cluster)) {
      forgotten.remove(cluster);
      wanted.add(cluster);
      work();
    }
    return there == null ? null : there.orElse(null);
  }

  /**
   * A screen may show more than are kept: they would push each other out, and all would be drawn
   * again and again.
   */
  private boolean isWorthIt(String cluster) {
    return !drawingAnew || !forgotten.contains(cluster);
  }

  private void forget(String cluster) {
    if (forgotten.size() == MOST_FORGOTTEN) {
      forgotten.clear();
    }
    forgotten.add(cluster);
  }

  /** All that is to be seen in this frame was drawn. */
  public void drawn() {
    drawingAnew = false;
  }

  private void work() {
    if (!working) {
      working = true;
      // What is drawn in this frame is asked for in one go.
      jobs.later(this::start);
    }
  }

  private void start() {
    Set<String> now = Set.copyOf(wanted);
    wanted.clear();
    jobs.start(
        JobSpec.named(TEXT.get("emoji.job"), "terminal"),
        context -> make(now, context),
        this::ended);
  }

  private Map<String, Optional<Image>> make(Set<String> clusters, JobContext context)
      throws IOException {
    Optional<EmojiFont> from = font();
    Map<String, Optional<Image>> pictures = new LinkedHashMap<>();
    for (String cluster : clusters) {
      context.checkCancelled();
      pictures.put(cluster, from.flatMap(one -> one.png(cluster)).map(EmojiPictures::image));
    }
    return pictures;
  }

  private Optional<EmojiFont> font() throws IOException {
    if (!lookedFor) {
      font = EmojiFont.find(EmojiFont.folders()).orElse(null);
      lookedFor = true;
    }
    return Optional.ofNullable(font);
  }

  private static Image image(byte[] png) {
    return new Image(new ByteArrayInputStream(png), LARGEST, LARGEST, true, true);
  }

  private void ended(Outcome<Map<String, Optional<Image>>> outcome) {
    working = false;
    // The font cannot be read: the list of jobs says why, and it is as if there was none.
    broken = outcome instanceof Outcome.Failed;
    if (outcome instanceof Outcome.Done<Map<String, Optional<Image>>>(var pictures)) {
      known.putAll(pictures);
      if (pictures.values().stream().anyMatch(Optional::isPresent)) {
        drawingAnew = true;
        made.run();
      }
      if (!wanted.isEmpty()) {
        work();
      }
    }
  }
}
