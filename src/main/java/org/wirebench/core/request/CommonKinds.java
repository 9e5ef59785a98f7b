package org.wirebench.core.request;

import java.nio.charset.Charset;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.net.ProxyUrl;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Kind;
import org.wirebench.core.workspace.Kinds;

/** Kinds of values that the requests of several tools have. */
public final class CommonKinds {
  private static final Messages TEXT = Messages.of(CommonKinds.class);

  private CommonKinds() {}

  /** A proxy as {@link ProxyUrl} has it. */
  public static Kind<ProxySettings> proxy() {
    return Kinds.parsed(TEXT.get("kind.proxy"), ProxyUrl::parse, ProxyUrl::of);
  }

  /** The name of a charset of the platform. */
  public static Kind<Charset> charset() {
    return Kinds.parsed(
        TEXT.get("kind.charset"),
        text -> {
          try {
            return Charset.forName(text.strip());
          } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(TEXT.get("charset.unknown"), unknown);
          }
        },
        Charset::name);
  }
}
