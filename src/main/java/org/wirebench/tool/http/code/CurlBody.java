package org.wirebench.tool.http.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.wirebench.core.code.ShellCode;
import org.wirebench.tool.http.request.Body;
import org.wirebench.tool.http.request.NameValue;
import org.wirebench.tool.http.request.Percent;

/** Writes the body for curl. */
final class CurlBody {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String RAW = "--data-raw";

  private final Ask ask;
  private final BiConsumer<String, String> option;
  private final String text;

  /**
   * @param option takes the name and the value of each option
   */
  CurlBody(Ask ask, BiConsumer<String, String> option) {
    this.ask = ask;
    this.option = option;
    this.text = ask.text().orElse("");
  }

  /** What curl reads from its standard input: no word of a shell can hold a NUL. */
  String before() {
    return text.indexOf('\0') < 0 ? "" : ShellCode.printf(text.getBytes(UTF_8)) + " | ";
  }

  /** Whether curl sends the file while it reads it. A folder would get the name of the file. */
  private boolean isUpload() {
    return ask.request().body() instanceof Body.File && !ask.request().url().path().endsWith("/");
  }

  /** Whether the length of nothing is said, as for methods that are to have a body. */
  private boolean isEmptyOnPurpose() {
    return !ask.hasBody() && ask.isMethod("POST", "PUT", "PATCH");
  }

  /** The method that curl takes by itself. */
  String impliedMethod() {
    if (isUpload()) {
      return "PUT";
    }
    return ask.hasBody() || isEmptyOnPurpose() ? "POST" : "GET";
  }

  /** The type that curl says by itself; empty for none, or for one that has to be its own. */
  Optional<String> impliedType() {
    boolean data = !isUpload() && !(ask.request().body() instanceof Body.Multipart);
    return data && (ask.hasBody() || isEmptyOnPurpose()) ? Optional.of(FORM) : Optional.empty();
  }

  /** What curl would take for a pattern. */
  String globbed() {
    return isUpload() ? ((Body.File) ask.request().body()).path() : "";
  }

  void write() {
    switch (ask.request().body()) {
      case Body.None _ -> {
        if (isEmptyOnPurpose()) {
          option.accept(RAW, "");
        }
      }
      case Body.Text _, Body.GraphQl _ -> {
        if (before().isEmpty()) {
          option.accept(RAW, text);
        } else {
          option.accept("--data-binary", "@-");
        }
      }
      case Body.Form _ -> form();
      case Body.Multipart _ -> ask.parts().forEach(this::part);
      case Body.File(String path, String _) -> {
        if (isUpload()) {
          option.accept("--upload-file", path.equals("-") || path.equals(".") ? "./" + path : path);
        } else {
          option.accept("--data-binary", "@" + path);
        }
      }
    }
  }

  private void form() {
    if (ask.form().isEmpty()) {
      option.accept(RAW, "");
    }
    for (NameValue field : ask.form()) {
      option.accept("--data-urlencode", Percent.form(field.name()) + "=" + field.value());
    }
  }

  private void part(Body.Part part) {
    if (part.isFile()) {
      // Said always: curl guesses otherwise than the tool does.
      String type = ";type=" + Ask.type(part);
      String name = part.filename().isEmpty() ? "" : ";filename=" + quoted(part.filename());
      option.accept("--form", part.name() + "=@" + quoted(part.file()) + type + name);
    } else if (part.type().isEmpty()) {
      option.accept("--form-string", part.name() + "=" + part.value());
    } else {
      option.accept("--form", part.name() + "=" + quoted(part.value()) + ";type=" + part.type());
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
