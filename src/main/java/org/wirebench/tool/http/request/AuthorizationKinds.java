package org.wirebench.tool.http.request;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Kind;
import org.wirebench.core.workspace.Kinds;
import org.wirebench.core.workspace.Kinds.Option;
import org.wirebench.core.workspace.Reader;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;
import org.wirebench.tool.http.request.Authorization.ApiKey;
import org.wirebench.tool.http.request.Authorization.Aws;
import org.wirebench.tool.http.request.Authorization.Basic;
import org.wirebench.tool.http.request.Authorization.Bearer;
import org.wirebench.tool.http.request.Authorization.Digest;
import org.wirebench.tool.http.request.Authorization.OAuth2;

/** How authorizations are typed in a file. */
final class AuthorizationKinds {
  private static final Messages TEXT = Messages.of(AuthorizationKinds.class);

  private static final Field<String> USER = Field.text("user").or("").about(TEXT.get("user"));
  private static final Field<String> PASSWORD =
      Field.text("password").or("").about(TEXT.get("password"));
  private static final Shape LOGIN = Shape.of(USER, PASSWORD);

  private static final Field<String> NAME =
      Field.text("name").required().about(TEXT.get("apiKey.name.about"));
  private static final Field<String> VALUE =
      Field.text("value").or("").about(TEXT.get("apiKey.value"));
  private static final Field<ApiKey.Place> IN =
      Field.choice("in", ApiKey.Place.class).or(ApiKey.Place.HEADER).about(TEXT.get("apiKey.in"));
  private static final Shape API_KEY = Shape.of(NAME, VALUE, IN);

  private static final Field<OAuth2.Grant> GRANT =
      Field.choice("grant", OAuth2.Grant.class)
          .or(OAuth2.Grant.CLIENT_CREDENTIALS)
          .about(TEXT.get("oauth.grant"));
  private static final Field<String> AUTHORIZATION_URL =
      Field.of("authorizationUrl", url()).or("").about(TEXT.get("oauth.authorizationUrl"));
  private static final Field<String> TOKEN_URL =
      Field.of("tokenUrl", url()).required().about(TEXT.get("oauth.tokenUrl"));
  private static final Field<String> CLIENT_ID =
      Field.text("clientId").required().about(TEXT.get("oauth.clientId"));
  private static final Field<String> CLIENT_SECRET =
      Field.text("clientSecret").or("").about(TEXT.get("oauth.clientSecret"));
  private static final Field<String> SCOPE =
      Field.text("scope").or("").about(TEXT.get("oauth.scope"));
  private static final Field<OAuth2.Credentials> CREDENTIALS =
      Field.choice("credentials", OAuth2.Credentials.class)
          .or(OAuth2.Credentials.HEADER)
          .about(TEXT.get("oauth.credentials"));
  private static final Field<Integer> REDIRECT_PORT =
      Field.integer("redirectPort", 0, 65535).or(0).about(TEXT.get("oauth.redirectPort"));
  private static final Shape OAUTH =
      Shape.of(
          GRANT,
          AUTHORIZATION_URL,
          TOKEN_URL,
          CLIENT_ID,
          CLIENT_SECRET,
          SCOPE,
          CREDENTIALS,
          REDIRECT_PORT);

  private static final Field<String> ACCESS_KEY =
      Field.text("accessKey").required().about(TEXT.get("aws.accessKey"));
  private static final Field<String> SECRET_KEY =
      Field.text("secretKey").or("").about(TEXT.get("aws.secretKey"));
  private static final Field<String> SESSION_TOKEN =
      Field.text("sessionToken").or("").about(TEXT.get("aws.sessionToken"));
  private static final Field<String> REGION =
      Field.text("region").or("us-east-1").about(TEXT.get("aws.region"));
  private static final Field<String> SERVICE =
      Field.text("service").or("execute-api").about(TEXT.get("aws.service"));
  private static final Shape AWS = Shape.of(ACCESS_KEY, SECRET_KEY, SESSION_TOKEN, REGION, SERVICE);

  private AuthorizationKinds() {}

  private static Kind<String> url() {
    return Kinds.parsed(
        TEXT.get("kind.url"),
        text -> {
          HttpUrl _ = HttpUrl.parse(text);
          return text;
        },
        text -> text);
  }

  static Kind<Authorization> authorization() {
    return Kinds.noneOr(
        new Authorization.None(),
        List.of(
            login(
                "basic",
                TEXT.get("auth.basic"),
                Basic.class,
                Basic::new,
                Basic::user,
                Basic::password),
            login(
                "digest",
                TEXT.get("auth.digest"),
                Digest.class,
                Digest::new,
                Digest::user,
                Digest::password),
            option(
                "bearer",
                TEXT.get("auth.bearer"),
                Bearer.class,
                Kinds.parsed(TEXT.get("kind.token"), Bearer::new, Bearer::token)),
            option(
                "apiKey",
                TEXT.get("auth.apiKey"),
                ApiKey.class,
                Kinds.object(
                    API_KEY,
                    reader -> new ApiKey(reader.get(NAME), reader.get(VALUE), reader.get(IN)),
                    key ->
                        API_KEY
                            .writer()
                            .put(NAME, key.name())
                            .put(VALUE, key.value())
                            .put(IN, key.place())
                            .fields())),
            option(
                "oauth2",
                TEXT.get("auth.oauth2"),
                OAuth2.class,
                Kinds.object(OAUTH, AuthorizationKinds::oauth, AuthorizationKinds::write)),
            option(
                "aws",
                TEXT.get("auth.aws"),
                Aws.class,
                Kinds.object(AWS, AuthorizationKinds::aws, AuthorizationKinds::write))));
  }

  private static <T extends Authorization> Option<Authorization, T> option(
      String name, String about, Class<T> type, Kind<T> kind) {
    return new Option<>(
        name,
        about,
        kind,
        value -> value,
        other -> type.isInstance(other) ? Optional.of(type.cast(other)) : Optional.empty());
  }

  private static <T extends Authorization> Option<Authorization, T> login(
      String name,
      String about,
      Class<T> type,
      BiFunction<String, String, T> maker,
      Function<T, String> user,
      Function<T, String> password) {
    return option(
        name,
        about,
        type,
        Kinds.object(
            LOGIN,
            reader -> maker.apply(reader.get(USER), reader.get(PASSWORD)),
            login ->
                LOGIN
                    .writer()
                    .put(USER, user.apply(login))
                    .put(PASSWORD, password.apply(login))
                    .fields()));
  }

  private static OAuth2 oauth(Reader reader) {
    boolean byCode = reader.get(GRANT) == OAuth2.Grant.AUTHORIZATION_CODE;
    if (byCode && reader.get(AUTHORIZATION_URL).isEmpty()) {
      reader.problem(AUTHORIZATION_URL, TEXT.get("oauth.needed"));
    }
    return new OAuth2(
        reader.get(GRANT),
        reader.get(AUTHORIZATION_URL),
        reader.get(TOKEN_URL),
        reader.get(CLIENT_ID),
        reader.get(CLIENT_SECRET),
        reader.get(SCOPE),
        reader.get(CREDENTIALS),
        reader.get(REDIRECT_PORT));
  }

  private static Tree.Fields write(OAuth2 oauth) {
    return OAUTH
        .writer()
        .put(GRANT, oauth.grant())
        .put(AUTHORIZATION_URL, oauth.authorizationUrl())
        .put(TOKEN_URL, oauth.tokenUrl())
        .put(CLIENT_ID, oauth.clientId())
        .put(CLIENT_SECRET, oauth.clientSecret())
        .put(SCOPE, oauth.scope())
        .put(CREDENTIALS, oauth.credentials())
        .put(REDIRECT_PORT, oauth.redirectPort())
        .fields();
  }

  private static Aws aws(Reader reader) {
    return new Aws(
        reader.get(ACCESS_KEY),
        reader.get(SECRET_KEY),
        reader.get(SESSION_TOKEN),
        reader.get(REGION),
        reader.get(SERVICE));
  }

  private static Tree.Fields write(Aws aws) {
    return AWS.writer()
        .put(ACCESS_KEY, aws.accessKey())
        .put(SECRET_KEY, aws.secretKey())
        .put(SESSION_TOKEN, aws.sessionToken())
        .put(REGION, aws.region())
        .put(SERVICE, aws.service())
        .fields();
  }
}
