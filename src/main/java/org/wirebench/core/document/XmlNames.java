package org.wirebench.core.document;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** The prefixes of a document, for those who ask with the same. */
final class XmlNames implements NamespaceContext {
  private final Map<String, String> prefixes = new HashMap<>();

  /** Learns the prefixes, and takes the default namespace from the elements. */
  void takeFrom(Document document) {
    Node node = document.getDocumentElement();
    while (node != null) {
      Node here = node;
      if (node.getNodeType() == Node.ELEMENT_NODE) {
        learn(node);
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
          learn(attributes.item(i));
        }
        if (node.getPrefix() == null && node.getNamespaceURI() != null) {
          here = document.renameNode(node, null, node.getLocalName());
        }
      }
      node = after(here);
    }
  }

  private void learn(Node node) {
    if (node.getPrefix() != null && node.getNamespaceURI() != null) {
      prefixes.putIfAbsent(node.getPrefix(), node.getNamespaceURI());
    }
  }

  private static @Nullable Node after(Node node) {
    Node next = node.getFirstChild();
    Node at = node;
    while (next == null && at != null) {
      next = at.getNextSibling();
      at = at.getParentNode();
    }
    return next;
  }

  @Override
  public String getNamespaceURI(String prefix) {
    return prefixes.getOrDefault(prefix, XMLConstants.NULL_NS_URI);
  }

  @Override
  public @Nullable String getPrefix(String namespace) {
    return null;
  }

  @Override
  public Iterator<String> getPrefixes(String namespace) {
    return List.<String>of().iterator();
  }
}
