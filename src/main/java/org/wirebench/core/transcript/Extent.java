package org.wirebench.core.transcript;

/**
 * How long a transcript was at some moment.
 *
 * @param entries how many entries there were
 * @param bytes how many bytes
 * @param textRows how many rows of text
 * @param hexRows how many rows of sixteen bytes
 */
public record Extent(long entries, long bytes, long textRows, long hexRows) {
  /** Nothing yet. */
  public static final Extent NONE = new Extent(0, 0, 0, 0);
}
