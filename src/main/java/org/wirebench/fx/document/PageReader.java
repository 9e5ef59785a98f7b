package org.wirebench.fx.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.document.PageBlock.Kind;
import org.wirebench.fx.document.PageBlock.Look;

/**
 * Takes HTML apart into what there is to read. Nothing is run, nothing is loaded: what is no text
 * is left out, or named.
 */
final class PageReader implements NodeFilter {
  /** So much of a document is read. */
  static final int MOST_BYTES = 1 << 20;

  private static final Messages TEXT = Messages.of(PageReader.class);
  private static final int MOST_BLOCKS = 20_000;
  private static final int PIECE = 8_000;
  private static final int LONGEST_LINK = 2_000;
  private static final int DEEPEST = 12;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n\\f]+");
  private static final Set<String> SKIPPED =
      Set.of(
          "head",
          "script",
          "style",
          "template",
          "svg",
          "math",
          "iframe",
          "object",
          "embed",
          "audio",
          "video",
          "canvas",
          "datalist",
          "map");

  private final List<PageBlock> blocks = new ArrayList<>();
  private final PageRuns runs = new PageRuns();
  private final Deque<int[]> lists = new ArrayDeque<>();
  private final Deque<String> links = new ArrayDeque<>();
  private Kind kind = Kind.PARAGRAPH;
  private String marker = "";
  private int bold;
  private int italic;
  private int code;
  private int pre;
  private int quotes;
  private boolean spaced = true;
  private boolean cut;

  /**
   * A page.
   *
   * @param cut whether only its beginning is there
   */
  record Page(List<PageBlock> blocks, boolean cut) {}

  private PageReader() {}

  /** Reads a page; may take a while. */
  static Page read(ByteStore bytes, Charset charset) throws IOException {
    long size = bytes.size();
    try (InputStream in = bytes.newInputStream(0, Math.min(size, MOST_BYTES))) {
      PageReader reader = new PageReader();
      reader.cut = size > MOST_BYTES;
      var _ = Jsoup.parse(in, charset.name(), "").filter(reader);
      reader.flush();
      return new Page(List.copyOf(reader.blocks), reader.cut);
    }
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (blocks.size() >= MOST_BLOCKS) {
      cut = true;
      return FilterResult.STOP;
    }
    if (node instanceof TextNode text) {
      add(text.getWholeText());
    } else if (node instanceof Element element) {
      if (SKIPPED.contains(element.normalName()) || element.hasAttr("hidden")) {
        return FilterResult.SKIP_ENTIRELY;
      }
      open(element);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      close(element);
    }
    return FilterResult.CONTINUE;
  }

  private void open(Element element) {
    if (isBlock(element)) {
      flush();
    }
    switch (element.normalName()) {
      case "h1" -> kind = Kind.HEADING1;
      case "h2" -> kind = Kind.HEADING2;
      case "h3", "h4", "h5", "h6" -> kind = Kind.HEADING3;
      case "pre", "textarea" -> pre++;
      case "blockquote", "dd" -> quotes++;
      case "ul", "menu" -> lists.push(new int[] {});
      case "ol" -> lists.push(new int[] {number(element.attr("start"), 1)});
      case "li" -> marker = marker(element.attr("value"));
      case "b", "strong", "th", "dt" -> bold++;
      case "i", "em", "cite", "var", "dfn" -> italic++;
      case "code", "kbd", "samp", "tt" -> code++;
      case "a" -> links.push(Escapes.display(element.attr("href").strip(), LONGEST_LINK));
      default -> single(element);
    }
    if (element.normalName().equals("td") || element.normalName().equals("th")) {
      kind = Kind.ROW;
      if (!runs.isEmpty()) {
        put("   ·   ", List.of(Look.MUTED));
        spaced = true;
      }
    }
  }

  /** What has nothing inside of it. */
  private void single(Element element) {
    switch (element.normalName()) {
      case "br" -> {
        put("\n", looks());
        spaced = true;
      }
      case "hr" -> blocks.add(new PageBlock(Kind.RULE, indent(), "", List.of()));
      case "img" -> named(TEXT.get("page.image"), element.attr("alt"));
      case "input" -> {
        if (!element.attr("type").equalsIgnoreCase("hidden")) {
          String value = element.attr("value");
          named(TEXT.get("page.field"), value.isEmpty() ? element.attr("placeholder") : value);
        }
      }
      default -> {}
    }
  }

  private void named(String what, String name) {
    String words = SPACES.matcher(name.strip()).replaceAll(" ");
    String shown = Escapes.display(words, LONGEST_LINK);
    put("[" + (words.isEmpty() ? what : what + ": " + shown) + "]", List.of(Look.MUTED));
    spaced = false;
  }

  private void close(Element element) {
    if (isBlock(element)) {
      flush();
    }
    switch (element.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> kind = Kind.PARAGRAPH;
      case "tr" -> kind = Kind.PARAGRAPH;
      case "pre", "textarea" -> pre--;
      case "blockquote", "dd" -> quotes--;
      case "ul", "ol", "menu" -> lists.pop();
      case "li" -> marker = "";
      case "b", "strong", "th", "dt" -> bold--;
      case "i", "em", "cite", "var", "dfn" -> italic--;
      case "code", "kbd", "samp", "tt" -> code--;
      case "a" -> links.pop();
      default -> {}
    }
  }

  /** Cells stand beside each other. */
  private static boolean isBlock(Element element) {
    return switch (element.normalName()) {
      case "td", "th", "input", "button", "select", "label" -> false;
      case "option", "tr", "li", "dt", "dd", "textarea" -> true;
      default -> element.isBlock();
    };
  }

  /**
   * What stands before an item.
   *
   * @param value its number, where the page says one
   */
  private String marker(String value) {
    int[] next = lists.peek();
    if (next == null || next.length == 0) {
      return "• ";
    }
    int number = number(value, next[0]);
    next[0] = number + 1;
    return String.format(Locale.ROOT, "%d. ", number);
  }

  private static int number(String text, int otherwise) {
    return NUMBER.matcher(text.strip()).matches() ? Integer.parseInt(text.strip()) : otherwise;
  }

  private int indent() {
    return Math.min(DEEPEST, lists.size() + quotes);
  }

  private void add(String text) {
    if (pre > 0) {
      String whole = text.replace("\r\n", "\n").replace("\t", "  ");
      boolean first = true;
      for (String line : whole.split("\n", -1)) {
        if (!first) {
          put("\n", looks());
        }
        first = false;
        addPart(line);
      }
      return;
    }
    String words = SPACES.matcher(text).replaceAll(" ");
    addPart(spaced && words.startsWith(" ") ? words.substring(1) : words);
  }

  private void addPart(String words) {
    for (int from = 0; from < words.length(); ) {
      int to = Math.min(words.length(), from + PIECE);
      boolean inPair = to < words.length() && Character.isHighSurrogate(words.charAt(to - 1));
      String part = words.substring(from, inPair ? to - 1 : to);
      put(Escapes.display(part), looks());
      spaced = part.endsWith(" ");
      from += part.length();
    }
  }

  private List<Look> looks() {
    EnumSet<Look> looks = EnumSet.noneOf(Look.class);
    if (bold > 0) {
      looks.add(Look.BOLD);
    }
    if (italic > 0) {
      looks.add(Look.ITALIC);
    }
    if (code > 0 || pre > 0) {
      looks.add(Look.CODE);
    }
    if (!link().isEmpty()) {
      looks.add(Look.LINK);
    }
    return List.copyOf(looks);
  }

  private String link() {
    String in = links.peek();
    return in == null ? "" : in;
  }

  private void put(String text, List<Look> looks) {
    if (!text.isEmpty()) {
      runs.add(text, looks, link());
    }
    if (runs.isFull()) {
      flush();
    }
  }

  private void flush() {
    spaced = true;
    List<PageBlock.Run> taken = runs.take();
    if (!taken.stream().allMatch(run -> run.text().isBlank())) {
      blocks.add(new PageBlock(pre > 0 ? Kind.PRE : kind, indent(), marker, taken));
      marker = "";
    }
  }
}
