package org.wirebench.core.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.bytes.ByteStore;

class FiltersTest {
  private static final String STORE =
      "{\"book\":[{\"title\":\"A\",\"price\":8.950},{\"title\":\"B\",\"price\":1e2}],\"x\":null}";

  @RegisterExtension private final Documents documents = new Documents();

  /** What is left, with the number of matches before it. */
  private String json(String text, String path) throws Exception {
    return json(documents.store(text), UTF_8, path);
  }

  private String json(ByteStore store, Charset charset, String path) throws Exception {
    return documents.jobs.run(
        context -> {
          try {
            return text(
                new JsonFilter().run(store, charset, path, documents.stores.stores(), context));
          } catch (FilterProblem problem) {
            return "problem: " + problem.getMessage();
          }
        });
  }

  private String xml(String text, boolean html, String path) throws Exception {
    return documents.jobs.run(
        context -> {
          try {
            return text(
                new XmlFilter(html)
                    .run(documents.store(text), UTF_8, path, documents.stores.stores(), context));
          } catch (FilterProblem problem) {
            return "problem: " + problem.getMessage();
          }
        });
  }

  private static String text(Filtered filtered) throws Exception {
    ByteStore store = filtered.document();
    return filtered.matches() + ": " + new String(store.read(0, (int) store.size()), UTF_8);
  }

  @Test
  void aPathFindsValues() throws Exception {
    assertThat(json(STORE, "$.book[0].title")).isEqualTo("1: \"A\"");
    assertThat(json(STORE, " $..price ")).isEqualTo("2: [8.950,1E+2]");
    assertThat(json(STORE, "$.book[?(@.price > 10)].title")).isEqualTo("1: [\"B\"]");
    assertThat(json(STORE, "$.book")).startsWith("1: [{\"title\":\"A\"");
    assertThat(json(STORE, "$.x")).isEqualTo("1: null");
    assertThat(json(STORE, "$.book.length()")).isEqualTo("1: 2");
    assertThat(json(STORE, "$.nothing")).isEqualTo("0: []");
    assertThat(json("[{\"a\":1},{\"a\":2}]", "$[1].a")).isEqualTo("1: 2");
    assertThat(json("{\"a\":1}\n{\"a\":2}\n{}", "$.a")).isEqualTo("2: [1,2]");
    assertThat(json(documents.store("[\"ä\"]".getBytes(ISO_8859_1)), ISO_8859_1, "$[0]"))
        .isEqualTo("1: \"ä\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "$.", "$[?(@.a ==]", "$..[?(", "a b"})
  void aWrongPathIsNamed(String path) throws Exception {
    assertThat(json(STORE, path)).startsWith("problem: This is no JSONPath: ");
  }

  @Test
  void aBrokenDocumentIsNamed() throws Exception {
    assertThat(json("{\"a\":", "$.a")).startsWith("problem: The document is no JSON: ");
    assertThat(json("[".repeat(3000) + "]".repeat(3000), "$..a"))
        .startsWith("problem: The document is no JSON: ");
  }

  @Test
  void aLargeDocumentIsRefused() throws Exception {
    ByteStore large = documents.stores.stores().create();
    byte[] spaces = " ".repeat(1 << 20).getBytes(UTF_8);
    for (int i = 0; i < 65; i++) {
      large.append(spaces, 0, spaces.length);
    }
    assertThat(json(large, UTF_8, "$.a"))
        .isEqualTo("problem: A document of 68 MB is too large to filter: at most 67 MB");
  }

  @Test
  void xpathFindsElementsTextsAndNumbers() throws Exception {
    String text = "<?xml version='1.0'?><a><b id='1'>x</b><b id='2'>y<c/></b></a>";
    assertThat(xml(text, false, "//b")).isEqualTo("2: <b id=\"1\">x</b>\n<b id=\"2\">y<c/></b>\n");
    assertThat(xml(text, false, "//b/@id")).isEqualTo("2: 1\n2\n");
    assertThat(xml(text, false, "//b[1]/text()")).isEqualTo("1: x\n");
    assertThat(xml(text, false, "count(//b)")).isEqualTo("1: 2\n");
    assertThat(xml(text, false, "string(//b[2])")).isEqualTo("1: y\n");
    assertThat(xml(text, false, "1 div 0")).isEqualTo("1: Infinity\n");
    assertThat(xml(text, false, "//none")).isEqualTo("0: ");
  }

  @Test
  void namespacesNeedNoDeclaration() throws Exception {
    String text = "<f xmlns='urn:f' xmlns:s='urn:s'><i>1</i><s:i>2</s:i></f>";
    assertThat(xml(text, false, "//i/text()")).isEqualTo("1: 1\n");
    assertThat(xml(text, false, "//s:i/text()")).isEqualTo("1: 2\n");
  }

  @Test
  void htmlIsReadAsBrowsersDo() throws Exception {
    assertThat(xml("<!doctype html><ul><li>a<li>b</ul>", true, "//li[2]/text()"))
        .isEqualTo("1: b\n");
  }

  @Test
  void nothingIsExpandedOrReadFromOutside() throws Exception {
    String outside = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>";
    assertThat(xml(outside, false, "//a")).startsWith("problem: The document is no XML: DOCTYPE");
    assertThat(xml("<a/>", false, "document('file:///etc/passwd')")).startsWith("problem: ");
  }

  @Test
  void whatIsWrongIsNamed() throws Exception {
    assertThat(xml("<a/>", false, "//a[")).startsWith("problem: This is no XPath: ");
    assertThat(xml("<a/>", false, "//p:a")).startsWith("problem: This is no XPath: ");
    assertThat(xml("<a>", false, "//a")).startsWith("problem: The document is no XML: ");
    assertThat(xml("<a>".repeat(5000) + "</a>".repeat(5000), false, "//a"))
        .startsWith("problem: The document is no XML: ");
  }
}
