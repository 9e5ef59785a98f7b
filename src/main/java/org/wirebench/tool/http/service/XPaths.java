package org.wirebench.tool.http.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.check.Value;
import org.wirebench.core.text.Messages;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * XPath 1.0 over the body of an answer. Nothing that the document names is loaded, and it may not
 * define entities.
 */
public final class XPaths {
  private static final Messages TEXT = Messages.of(XPaths.class);

  /** How many bytes a document may have: it is read into the heap. */
  static final long LARGEST = 16L << 20;

  private XPaths() {}

  private static XPath language() {
    return XPathFactory.newInstance().newXPath();
  }

  /** Why {@code path} is none; empty where it is one. */
  public static Optional<String> wrong(String path) {
    try {
      var _ = language().compile(path);
      return Optional.empty();
    } catch (XPathExpressionException wrong) {
      return Optional.of(
          TEXT.get("xpath.wrong", Escapes.display(String.valueOf(wrong.getMessage()))));
    }
  }

  /**
   * What a path finds: a text, or several where it names several nodes; nothing where the body is
   * no XML, or too large.
   */
  public static Value find(ByteStore body, String path) {
    if (body.size() > LARGEST) {
      return Value.missing();
    }
    try (InputStream in = body.newInputStream()) {
      return find(builder().parse(in), path);
    } catch (SAXException noXml) {
      return Value.missing();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Value find(Document document, String path) {
    try {
      NodeList nodes = (NodeList) language().evaluate(path, document, XPathConstants.NODESET);
      List<String> all = new ArrayList<>();
      for (int i = 0; i < nodes.getLength(); i++) {
        all.add(nodes.item(i).getTextContent());
      }
      return switch (all.size()) {
        case 0 -> Value.missing();
        case 1 -> Value.text(all.getFirst());
        default -> Value.many(all);
      };
    } catch (XPathExpressionException noNodes) {
      return text(document, path);
    }
  }

  /** A path may also name a text or a number, such as {@code count(//item)}. */
  private static Value text(Document document, String path) {
    try {
      return Value.text(language().evaluate(path, document));
    } catch (XPathExpressionException unlikely) {
      throw new IllegalStateException("a path that was checked: " + path, unlikely);
    }
  }

  private static DocumentBuilder builder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Quiet());
      return builder;
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Throws, and writes nothing to the standard error output. */
  private static final class Quiet implements ErrorHandler {
    @Override
    public void warning(SAXParseException what) {
      // Nothing that keeps a path from finding something.
    }

    @Override
    public void error(SAXParseException what) throws SAXException {
      throw what;
    }

    @Override
    public void fatalError(SAXParseException what) throws SAXException {
      throw what;
    }
  }
}
