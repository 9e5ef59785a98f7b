package org.wirebench.core.text;

import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The words of one package, from its {@code messages.properties} (UTF-8, English, {@link
 * MessageFormat} patterns). Immutable; nothing is read before the first text is asked for.
 */
public final class Messages {
  private final String bundle;
  private final ClassLoader loader;

  private Messages(String bundle, ClassLoader loader) {
    this.bundle = bundle;
    this.loader = loader;
  }

  /** The words of the package that {@code user} is in. */
  public static Messages of(Class<?> user) {
    ClassLoader loader = user.getClassLoader();
    return new Messages(
        user.getPackageName() + ".messages",
        loader == null ? ClassLoader.getSystemClassLoader() : loader);
  }

  /**
   * The text of {@code key}, its places filled. Numbers are written plainly, so that a port is 7007
   * and not 7,007, unless the pattern says how: <code>{0,number}</code>.
   *
   * @throws IllegalArgumentException when there is no such key
   */
  public String get(String key, Object... arguments) {
    MessageFormat pattern = new MessageFormat(pattern(key), Locale.ROOT);
    Format[] formats = pattern.getFormatsByArgumentIndex();
    Object[] values = arguments.clone();
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Number number && (i >= formats.length || formats[i] == null)) {
        values[i] = number.toString();
      }
    }
    return pattern.format(values);
  }

  /**
   * What people call {@code constant}: the text of the key {@code EnumSimpleName.CONSTANT}.
   *
   * @throws IllegalArgumentException when there is no such key
   */
  public String get(Enum<?> constant) {
    return get(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
  }

  private String pattern(String key) {
    try {
      return ResourceBundle.getBundle(bundle, Locale.ROOT, loader).getString(key);
    } catch (MissingResourceException missing) {
      throw new IllegalArgumentException("no text " + key + " in " + bundle, missing);
    }
  }
}
