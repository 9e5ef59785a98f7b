package org.wirebench.tool.http.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.VBox;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Describe;
import org.wirebench.fx.EvenRow;
import org.wirebench.fx.FormControls;
import org.wirebench.fx.FormFields;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.FormParts;
import org.wirebench.tool.http.request.Authorization.ApiKey;
import org.wirebench.tool.http.request.Authorization.OAuth2;

/** How the request shows who asks. What was typed for other ways is not forgotten. */
final class AuthForm extends VBox {
  /** The ways, as they stand in a file. */
  enum Way {
    NONE(""),
    BASIC("basic"),
    DIGEST("digest"),
    BEARER("bearer"),
    API_KEY("apiKey"),
    OAUTH2("oauth2"),
    AWS("aws");

    private final String field;

    Way(String field) {
      this.field = field;
    }
  }

  private static final Messages TEXT = Messages.of(AuthForm.class);

  private final FormModel form;
  private final FormFields fields;
  private final StringProperty word = new SimpleStringProperty(this, "way", "");
  private final Map<Way, Tree> kept = new EnumMap<>(Way.class);
  private final VBox details = FormParts.column();
  private Way way = Way.NONE;

  AuthForm(FormFields fields) {
    this.fields = fields;
    this.form = fields.form();
    getStyleClass().add("setup-column");
    ChoiceBox<Way> choice =
        Describe.control(
            FormControls.choice(word, List.of(Way.values()), Way.NONE, TEXT::get),
            TEXT.get("auth.way"));
    getChildren().addAll(choice, details);
    form.treeProperty()
        .addListener(
            (_, _, _) -> {
              if (form.isLoading()) {
                load();
              }
            });
    word.addListener((_, _, now) -> choose(now.isEmpty() ? Way.NONE : of(now)));
    show();
    load();
  }

  private static Way of(String word) {
    return Way.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private Tree.Fields typed() {
    return form.get("auth").orElse(Tree.Fields.NONE) instanceof Tree.Fields auth
        ? auth
        : Tree.Fields.NONE;
  }

  /** A form that was loaded says which way is meant; one that was emptied by typing does not. */
  private void load() {
    kept.clear();
    Way loaded =
        Stream.of(Way.values())
            .filter(one -> typed().get(one.field).isPresent())
            .findFirst()
            .orElse(Way.NONE);
    if (loaded != way) {
      set(loaded);
    }
  }

  private void set(Way now) {
    way = now;
    word.set(now == Way.NONE ? "" : FormControls.word(now));
    show();
  }

  private void choose(Way now) {
    if (now == way) {
      return;
    }
    typed().get(way.field).ifPresent(tree -> kept.put(way, tree));
    way = now;
    Tree again = kept.get(now);
    form.set("auth", again == null ? Tree.Fields.NONE : Tree.Fields.NONE.with(now.field, again));
    show();
  }

  private void show() {
    details
        .getChildren()
        .setAll(
            switch (way) {
              case NONE -> List.of(FormParts.about(TEXT.get("auth.none")));
              case BASIC -> login("auth.basic", TEXT.get("auth.basic"));
              case DIGEST -> login("auth.digest", TEXT.get("auth.digest"));
              case BEARER -> List.of(secret("auth.bearer", TEXT.get("token")));
              case API_KEY -> apiKey();
              case OAUTH2 -> oauth();
              case AWS -> aws();
            });
  }

  private Node secret(String path, String label) {
    return fields.secret(path, label, TEXT.get("secret.help"));
  }

  private Node text(String path, String label, String help, String prompt) {
    return fields.text(path, label, help, prompt);
  }

  private List<Node> login(String path, String about) {
    return List.of(
        FormParts.about(about),
        text(path + ".user", TEXT.get("user"), TEXT.get("user.help"), ""),
        secret(path + ".password", TEXT.get("password")));
  }

  private List<Node> apiKey() {
    return List.of(
        text("auth.apiKey.name", TEXT.get("key.name"), TEXT.get("key.name.help"), "X-API-Key"),
        secret("auth.apiKey.value", TEXT.get("key.value")),
        fields.choice(
            "auth.apiKey.in",
            ApiKey.Place.class,
            ApiKey.Place.HEADER,
            TEXT.get("key.in"),
            TEXT.get("key.in.help"),
            TEXT::get));
  }

  /** A field for those who sign in with a browser. */
  private Node ofSignIn(Node field) {
    field
        .disableProperty()
        .bind(
            form.text("auth.oauth2.grant")
                .isNotEqualTo(FormControls.word(OAuth2.Grant.AUTHORIZATION_CODE)));
    return field;
  }

  private List<Node> oauth() {
    return List.of(
        fields.choice(
            "auth.oauth2.grant",
            OAuth2.Grant.class,
            OAuth2.Grant.CLIENT_CREDENTIALS,
            TEXT.get("oauth.grant"),
            TEXT.get("oauth.grant.help"),
            TEXT::get),
        text(
            "auth.oauth2.tokenUrl",
            TEXT.get("oauth.tokenUrl"),
            TEXT.get("oauth.tokenUrl.help"),
            "https://login.example.org/token"),
        ofSignIn(
            text(
                "auth.oauth2.authorizationUrl",
                TEXT.get("oauth.authorizationUrl"),
                TEXT.get("oauth.authorizationUrl.help"),
                "https://login.example.org/authorize")),
        new EvenRow(
            text("auth.oauth2.clientId", TEXT.get("oauth.id"), TEXT.get("oauth.id.help"), ""),
            secret("auth.oauth2.clientSecret", TEXT.get("oauth.secret"))),
        new EvenRow(
            text("auth.oauth2.scope", TEXT.get("oauth.scope"), TEXT.get("oauth.scope.help"), ""),
            ofSignIn(
                text(
                    "auth.oauth2.redirectPort",
                    TEXT.get("oauth.port"),
                    TEXT.get("oauth.port.help"),
                    TEXT.get("any")))),
        fields.choice(
            "auth.oauth2.credentials",
            OAuth2.Credentials.class,
            OAuth2.Credentials.HEADER,
            TEXT.get("oauth.credentials"),
            TEXT.get("oauth.credentials.help"),
            TEXT::get));
  }

  private List<Node> aws() {
    return List.of(
        text("auth.aws.accessKey", TEXT.get("aws.key"), TEXT.get("aws.key.help"), ""),
        secret("auth.aws.secretKey", TEXT.get("aws.secret")),
        secret("auth.aws.sessionToken", TEXT.get("aws.token")),
        new EvenRow(
            text(
                "auth.aws.region",
                TEXT.get("aws.region"),
                TEXT.get("aws.region.help"),
                "us-east-1"),
            text(
                "auth.aws.service",
                TEXT.get("aws.service"),
                TEXT.get("aws.service.help"),
                "execute-api")));
  }
}
