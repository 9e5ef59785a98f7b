package org.wirebench.tool.http.request;

import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Kind;
import org.wirebench.core.workspace.Kinds;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;

/**
 * A row of a table: a parameter, a field of a form.
 *
 * @param off whether it is kept, but not sent
 */
public record NameValue(String name, String value, boolean off) {
  private static final Messages TEXT = Messages.of(NameValue.class);

  static final Field<String> NAME = Field.text("name").required().about(TEXT.get("row.name"));
  static final Field<String> VALUE = Field.text("value").or("").about(TEXT.get("row.value"));
  static final Field<Boolean> OFF = Field.flag("off").or(false).about(TEXT.get("row.off"));
  private static final Shape SHAPE = Shape.of(NAME, VALUE, OFF);

  /** A row that is sent. */
  public NameValue(String name, String value) {
    this(name, value, false);
  }

  static Kind<NameValue> kind() {
    return Kinds.object(
        SHAPE,
        reader -> new NameValue(reader.get(NAME), reader.get(VALUE), reader.get(OFF)),
        NameValue::write);
  }

  private Tree.Fields write() {
    return SHAPE.writer().put(NAME, name).put(VALUE, value).put(OFF, off).fields();
  }
}
