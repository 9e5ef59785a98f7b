package org.wirebench.tool.http.service.load;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The elements of a test plan of Apache JMeter. */
final class PlanXml {
  private final XMLStreamWriter xml;

  PlanXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  void element(String type, String gui, String name) throws XMLStreamException {
    begin(type, "guiclass", gui, "testclass", type, "testname", name, "enabled", "true");
  }

  void begin(String name, String... attributes) throws XMLStreamException {
    xml.writeStartElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  void end() throws XMLStreamException {
    xml.writeEndElement();
  }

  void text(String name, String value) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }

  void string(String name, String value) throws XMLStreamException {
    begin("stringProp", "name", name);
    xml.writeCharacters(value);
    end();
  }

  void bool(String name, boolean value) throws XMLStreamException {
    begin("boolProp", "name", name);
    xml.writeCharacters(Boolean.toString(value));
    end();
  }

  /** What an element is made of; there is nothing below it. */
  void leaf() throws XMLStreamException {
    begin("hashTree");
    end();
  }

  void integer(String name, int value) throws XMLStreamException {
    begin("intProp", "name", name);
    xml.writeCharacters(Integer.toString(value));
    end();
  }
}
