package org.wirebench.core.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** XML that is typed: where it is not well-formed, and how it is set out to be read. */
public final class XmlText {
  private static final String INDENT = "{http://xml.apache.org/xslt}indent-amount";

  private XmlText() {}

  /** The first fault; empty where it is well-formed. */
  public static Optional<TextFault> fault(String text) {
    try {
      Document _ = parse(text);
      return Optional.empty();
    } catch (SAXParseException wrong) {
      return Optional.of(
          new TextFault(
              wrong.getLineNumber(), wrong.getColumnNumber(), String.valueOf(wrong.getMessage())));
    } catch (SAXException wrong) {
      return Optional.of(new TextFault(1, 1, String.valueOf(wrong.getMessage())));
    }
  }

  private static Document parse(String text) throws SAXException {
    byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
    try {
      return XmlDocuments.parse(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
    } catch (ParserConfigurationException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The same elements with a line for each; empty where it is not well-formed, or has text beside
   * elements, where a line more would be another text.
   */
  public static Optional<String> setOut(String text) {
    try {
      Document document = parse(text);
      return dropBlanks(document) ? Optional.of(written(document)) : Optional.empty();
    } catch (SAXException wrong) {
      return Optional.empty();
    }
  }

  /** Drops blanks between elements, which would become empty lines; false where text is there. */
  private static boolean dropBlanks(Node parent) {
    List<Node> children = new ArrayList<>();
    for (int i = 0; i < parent.getChildNodes().getLength(); i++) {
      children.add(parent.getChildNodes().item(i));
    }
    boolean elements = children.stream().anyMatch(one -> one.getNodeType() == Node.ELEMENT_NODE);
    for (Node child : children) {
      boolean text = child.getNodeType() == Node.TEXT_NODE;
      if (text && elements && !child.getTextContent().isBlank()) {
        return false;
      }
      if (text && elements) {
        parent.removeChild(child);
      } else if (!dropBlanks(child)) {
        return false;
      }
    }
    return true;
  }

  private static String written(Document document) {
    StringWriter out = new StringWriter();
    try {
      TransformerFactory factory = TransformerFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Transformer transformer = factory.newTransformer();
      transformer.setOutputProperty(OutputKeys.INDENT, "yes");
      transformer.setOutputProperty(INDENT, "2");
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      transformer.transform(new DOMSource(document), new StreamResult(out));
    } catch (TransformerException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toString().strip();
  }
}
