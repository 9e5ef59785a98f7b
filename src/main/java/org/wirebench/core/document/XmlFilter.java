package org.wirebench.core.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import javax.xml.xpath.XPathNodes;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.xml.sax.SAXException;

/**
 * Filters XML or HTML by an XPath 1.0. The document is read into the heap for it, so it may not be
 * large; nothing outside of it is ever read, and what declares a document type is refused where it
 * is XML. Elements without a prefix are found by their name alone, whatever namespace is the
 * default.
 */
public final class XmlFilter {
  /** How many bytes a document may have. */
  public static final long MOST = 16L << 20;

  private static final Messages TEXT = Messages.of(XmlFilter.class);

  private final boolean html;

  /**
   * @param html whether documents are read as browsers read HTML
   */
  public XmlFilter(boolean html) {
    this.html = html;
  }

  /**
   * Filters a document.
   *
   * @param charset what it is in, as {@link DocumentText} gives it
   * @param path what was typed: {@code //item[@id='1']/name}
   * @param stores where what is found lies: elements, texts and values of attributes, each on a
   *     line; or the number, the text or the truth that the path asks for
   * @throws FilterProblem when the path, or the document, is not as it should be
   * @throws InterruptedException when the job is cancelled
   * @throws IOException when the document cannot be read, or the disk is full
   */
  public Filtered run(
      ByteStore document, Charset charset, String path, ByteStores stores, JobContext context)
      throws Exception {
    long size = document.size();
    if (size > MOST) {
      String most = Amounts.bytes(MOST);
      throw new FilterProblem(TEXT.get("filter.large", Amounts.bytes(size), most));
    }
    List<String> found = context.abandonable("filter", () -> find(document, size, charset, path));
    ByteStore result = stores.create();
    try {
      for (String one : found) {
        byte[] line = (one + "\n").getBytes(UTF_8);
        result.append(line, 0, line.length);
      }
    } catch (IOException failed) {
      result.close();
      throw failed;
    }
    return new Filtered(result, UTF_8, found.size());
  }

  private List<String> find(ByteStore bytes, long size, Charset charset, String path)
      throws Exception {
    XPath xpath = xpath();
    XmlNames names = new XmlNames();
    xpath.setNamespaceContext(names);
    Document document = document(bytes.newInputStream(0, size), charset, names);
    try {
      XPathExpression expression = xpath.compile(path.strip());
      return texts(expression.evaluateExpression(document));
    } catch (XPathExpressionException wrong) {
      Throwable cause = wrong.getCause() == null ? wrong : wrong.getCause();
      throw new FilterProblem(TEXT.get("filter.xpath", reason(cause)), wrong);
    }
  }

  private static XPath xpath() throws XPathFactoryConfigurationException {
    XPathFactory factory = XPathFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newXPath();
  }

  private Document document(InputStream in, Charset charset, XmlNames names) throws Exception {
    if (html) {
      var page = Jsoup.parse(in, charset.name(), "");
      return new W3CDom().namespaceAware(false).fromJsoup(page);
    }
    try {
      Document document = XmlDocuments.parse(in, charset);
      names.takeFrom(document);
      return document;
    } catch (SAXException broken) {
      throw new FilterProblem(TEXT.get("filter.xml", reason(broken)), broken);
    }
  }

  private static String reason(Throwable wrong) {
    return Escapes.display(String.valueOf(wrong.getMessage()).lines().findFirst().orElse(""));
  }

  private static List<String> texts(XPathEvaluationResult<?> result) throws TransformerException {
    if (!(result.value() instanceof XPathNodes nodes)) {
      return List.of(text(result.value()));
    }
    Transformer writer = writer();
    List<String> texts = new ArrayList<>();
    for (Node node : nodes) {
      texts.add(text(node, writer));
    }
    return texts;
  }

  private static String text(Object value) {
    boolean whole =
        value instanceof Double number && number == Math.rint(number) && !Double.isInfinite(number);
    return whole ? new BigDecimal((Double) value).toPlainString() : String.valueOf(value);
  }

  private static String text(Node node, Transformer writer) throws TransformerException {
    if (node.getNodeType() != Node.ELEMENT_NODE && node.getNodeType() != Node.DOCUMENT_NODE) {
      return String.valueOf(node.getNodeValue());
    }
    StringWriter text = new StringWriter();
    writer.transform(new DOMSource(node), new StreamResult(text));
    return text.toString();
  }

  private static Transformer writer() throws TransformerException {
    TransformerFactory factory = TransformerFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    Transformer writer = factory.newTransformer();
    writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    return writer;
  }
}
