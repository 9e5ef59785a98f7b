package org.wirebench.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirebench.core.check.Checks;
import org.wirebench.core.check.Subject;
import org.wirebench.core.text.Messages;
import org.wirebench.core.tool.Tool;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Variables;

/** The form of saved requests with all tools, as a JSON Schema and as documentation. */
public final class FileForm {
  private static final Messages TEXT = Messages.of(FileForm.class);

  private final List<? extends Tool<?, ?>> tools;

  public FileForm(List<? extends Tool<?, ?>> tools) {
    this.tools = List.copyOf(tools);
  }

  /** The JSON Schema (2020-12) of one document: maps, lists, texts, numbers, flags. */
  public Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("wirebench", described("form.wirebench", Map.of("enum", versions())));
    properties.put("name", described("form.name", scalar()));
    properties.put("tool", described("form.tool", Map.of("enum", ids())));
    properties.put("request", described("form.request", typed("object")));
    properties.put("expect", described("form.expect", typed("array")));
    properties.put("capture", described("form.capture", typed("object")));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", TEXT.get("form.title"));
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", List.of("wirebench", "tool"));
    schema.put("additionalProperties", false);
    schema.put("allOf", tools.stream().map(FileForm::schemaOf).toList());
    return schema;
  }

  private static List<Object> versions() {
    return List.of(Integer.parseInt(EntryFiles.VERSION), EntryFiles.VERSION);
  }

  private List<String> ids() {
    return tools.stream().<String>map(Tool::id).toList();
  }

  private static Map<String, Object> typed(String type) {
    return Map.of("type", List.of(type, "null"));
  }

  private static Map<String, Object> scalar() {
    return Map.of("type", List.of("string", "number", "boolean", "null"));
  }

  private static Map<String, Object> described(String key, Map<String, Object> schema) {
    Map<String, Object> described = new LinkedHashMap<>(schema);
    described.put("description", TEXT.get(key));
    return described;
  }

  private static <R> Map<String, Object> schemaOf(Tool<?, R> tool) {
    Checks<R> checks = new Checks<>(tool.subjects());
    Map<String, Object> expect = new LinkedHashMap<>(typed("array"));
    expect.put("items", checks.checkShape().schema());
    Map<String, Object> capture = new LinkedHashMap<>(typed("object"));
    capture.put("additionalProperties", checks.captureSchema());
    capture.put("propertyNames", Map.of("pattern", Variables.NAME_PATTERN));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("request", tool.shape().schema());
    properties.put("expect", expect);
    properties.put("capture", capture);
    Map<String, Object> then = new LinkedHashMap<>();
    then.put("properties", properties);
    if (tool.shape().fields().stream().anyMatch(Field::isRequired)) {
      then.put("required", List.of("request"));
    }
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("if", Map.of("properties", Map.of("tool", Map.of("const", tool.id()))));
    rule.put("then", then);
    return rule;
  }

  /** The reference of the form, in Markdown: every tool, every key. */
  public String markdown() {
    List<String> lines = new ArrayList<>();
    for (Tool<?, ?> tool : tools) {
      document(tool, lines);
    }
    return String.join("\n", lines.subList(Math.min(1, lines.size()), lines.size())) + "\n";
  }

  private static <R> void document(Tool<?, R> tool, List<String> lines) {
    lines.add("");
    lines.add("## " + TEXT.get("docs.tool", tool.title(), tool.id()));
    lines.add("");
    lines.addAll(tool.shape().markdown());
    inner(tool.shape(), "request", lines);
    lines.add("");
    lines.add("### " + TEXT.get("docs.subjects"));
    lines.add("");
    lines.add(TEXT.get("docs.subjects.head"));
    lines.add("|---|---|---|");
    for (Subject<R> subject : tool.subjects()) {
      lines.add(
          "| `%s` | %s | %s |".formatted(subject.name(), argumentOf(subject), subject.about()));
    }
    lines.add("");
    lines.add("### " + TEXT.get("docs.checks"));
    lines.add("");
    lines.addAll(new Checks<>(tool.subjects()).checkShape().markdown());
  }

  private static String argumentOf(Subject<?> subject) {
    return subject.choices().isEmpty()
        ? subject.argument()
        : TEXT.get("docs.subjects.choices", String.join("`, `", subject.choices()));
  }

  /** The shapes within a shape, each under the path that leads to it. */
  private static void inner(Shape shape, String path, List<String> lines) {
    for (Field<?> field : shape.fields()) {
      for (Shape part : field.kind().parts()) {
        String here = path + "." + field.name();
        lines.add("");
        lines.add("### `" + here + "`");
        lines.add("");
        lines.addAll(part.markdown());
        inner(part, here, lines);
      }
    }
  }
}
