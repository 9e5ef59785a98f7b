package org.wirebench.core.workspace;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keeps passwords out of files. A secret that is a variable stays, since it says nothing; one that
 * was typed out is left away, and the user types it again when it is needed.
 */
public final class Secrets {
  private Secrets() {}

  /** What may be kept of a secret: all of it where it is one variable, or else nothing. */
  public static String kept(String secret) {
    return Variables.isOne(secret) ? secret : "";
  }

  /**
   * {@code typed} without the secret at {@code path}.
   *
   * @param path names with dots between them: {@code tls.identity.password}
   */
  public static Tree.Fields without(Tree.Fields typed, String path) {
    return cleaned(typed, path, Secrets::kept);
  }

  /**
   * {@code typed} without the password of the address at {@code path}: {@code
   * http://user:password@host} becomes {@code http://user@host} (RFC 3986 section 3.2.1), however
   * badly the rest is typed.
   */
  public static Tree.Fields withoutPassword(Tree.Fields typed, String path) {
    return cleaned(typed, path, Secrets::withoutPassword);
  }

  /** {@code url} without its password, unless that is a variable; see above. */
  public static String withoutPassword(String url) {
    int scheme = url.indexOf("://");
    int begin = scheme < 0 ? 0 : scheme + 3;
    int at = url.lastIndexOf('@');
    int colon = url.indexOf(':', begin);
    boolean secret = colon >= 0 && colon < at && !Variables.isOne(url.substring(colon + 1, at));
    return secret ? url.substring(0, colon) + url.substring(at) : url;
  }

  private static Tree.Fields cleaned(Tree.Fields typed, String path, UnaryOperator<String> clean) {
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    Optional<Tree> value = typed.get(name);
    if (value.isEmpty()) {
      return typed;
    }
    return switch (value.get()) {
      case Tree.Fields fields when dot >= 0 ->
          typed.with(name, cleaned(fields, path.substring(dot + 1), clean));
      case Tree.Text(String text, Mark mark) when dot < 0 -> {
        String left = clean.apply(text);
        yield left.isEmpty() ? typed.without(name) : typed.with(name, new Tree.Text(left, mark));
      }
      case Tree _ -> typed;
    };
  }
}
