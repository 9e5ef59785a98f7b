package org.wirebench.tool.http.service.cookie;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Kind;
import org.wirebench.core.workspace.Kinds;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Reader;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;

/** How cookies are written in a file. */
final class CookieForm {
  private static final Messages TEXT = Messages.of(CookieForm.class);

  private static final Field<String> NAME =
      Field.text("name").or("").about(TEXT.get("cookie.name"));
  private static final Field<String> VALUE =
      Field.text("value").or("").about(TEXT.get("cookie.value"));
  private static final Field<String> DOMAIN =
      Field.text("domain").required().about(TEXT.get("cookie.domain"));
  private static final Field<String> PATH =
      Field.text("path").or("/").about(TEXT.get("cookie.path"));
  private static final Kind<Instant> INSTANT =
      Kinds.parsed(TEXT.get("kind.instant"), CookieForm::instant, Instant::toString);
  private static final Field<Instant> EXPIRES =
      Field.of("expires", INSTANT).about(TEXT.get("cookie.expires"));
  private static final Field<Boolean> SECURE =
      Field.flag("secure").or(false).about(TEXT.get("cookie.secure"));
  private static final Field<Boolean> HTTP_ONLY =
      Field.flag("httpOnly").or(false).about(TEXT.get("cookie.httpOnly"));
  private static final Field<SameSite> SAME_SITE =
      Field.choice("sameSite", SameSite.class)
          .or(SameSite.UNSAID)
          .about(TEXT.get("cookie.sameSite"));
  private static final Field<Boolean> HOST_ONLY =
      Field.flag("hostOnly").or(false).about(TEXT.get("cookie.hostOnly"));
  private static final Field<Instant> CREATED =
      Field.of("created", INSTANT).or(Instant.EPOCH).about(TEXT.get("cookie.created"));
  private static final Shape SHAPE =
      Shape.of(
          NAME, VALUE, DOMAIN, PATH, EXPIRES, SECURE, HTTP_ONLY, SAME_SITE, HOST_ONLY, CREATED);

  private CookieForm() {}

  /**
   * A time, as people write it too.
   *
   * @throws IllegalArgumentException when it is none; the message is for people
   */
  static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException none) {
      throw new IllegalArgumentException(TEXT.get("value.instant"), none);
    }
  }

  static Tree.Fields write(Cookie cookie) {
    return SHAPE
        .writer()
        .put(NAME, cookie.name())
        .put(VALUE, cookie.value())
        .put(DOMAIN, cookie.domain())
        .put(PATH, cookie.path())
        .put(EXPIRES, cookie.expires())
        .put(SECURE, cookie.secure())
        .put(HTTP_ONLY, cookie.httpOnly())
        .put(SAME_SITE, cookie.sameSite())
        .put(HOST_ONLY, cookie.hostOnly())
        .put(CREATED, cookie.created())
        .fields();
  }

  /**
   * Reads a list of cookies, each by itself.
   *
   * @param found takes those that are well
   * @return what is wrong with the others
   */
  static List<Problem> read(Tree tree, String path, Consumer<Cookie> found) {
    if (!(tree instanceof Tree.Items list)) {
      return List.of(new Problem(path, TEXT.get("jar.list"), tree.mark()));
    }
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      Tree item = list.items().get(i);
      String place = path + "[" + i + "]";
      Tree.Fields fields = item instanceof Tree.Fields known ? known : Tree.Fields.NONE;
      switch (SHAPE.bind(fields, place, CookieForm::cookie)) {
        case Bound.Ok<Cookie>(Cookie cookie) -> found.accept(cookie);
        case Bound.Bad<Cookie>(List<Problem> wrong) -> problems.addAll(wrong);
      }
    }
    return problems;
  }

  private static Cookie cookie(Reader reader) {
    return new Cookie(
        reader.get(NAME),
        reader.get(VALUE),
        reader.get(DOMAIN).toLowerCase(Locale.ROOT),
        reader.get(PATH),
        reader.find(EXPIRES),
        reader.get(SECURE),
        reader.get(HTTP_ONLY),
        reader.get(SAME_SITE),
        reader.get(HOST_ONLY),
        reader.get(CREATED));
  }
}
