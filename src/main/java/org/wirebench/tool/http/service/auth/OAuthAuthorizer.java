package org.wirebench.tool.http.service.auth;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetException;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.Authorization;

/** Shows a token, which is fetched when there is none that is good (RFC 6749, RFC 6750). */
final class OAuthAuthorizer implements Authorizer {
  private static final Messages TEXT = Messages.of(OAuthAuthorizer.class);

  private final Authorization.OAuth2 settings;
  private final TokenStore.Slot slot;
  private final TokenRequests requests;
  private final SignIn signIn;
  private TokenStore.@Nullable Token shown;
  private boolean fetched;

  /**
   * @param signIn is asked for a code where the settings want it
   */
  OAuthAuthorizer(
      Authorization.OAuth2 settings, TokenStore tokens, TokenRequests requests, SignIn signIn) {
    this.settings = settings;
    this.slot = tokens.of(settings);
    this.requests = requests;
    this.signIn = signIn;
  }

  @Override
  public Shown show(Asked asked, Errands errands, JobContext context) throws Exception {
    lock(errands, context);
    try {
      Optional<TokenStore.Token> kept = slot.token();
      TokenStore.Token token =
          kept.filter(one -> one.isGood(context.clock().now())).isPresent()
              ? kept.get()
              : fetch(kept.flatMap(TokenStore.Token::refresh), errands, context);
      shown = token;
      return Shown.header(asked, "Authorization", "Bearer " + token.access());
    } finally {
      slot.lock().unlock();
    }
  }

  private void lock(Errands errands, JobContext context) throws InterruptedException {
    if (slot.lock().tryLock()) {
      return;
    }
    context.step(TEXT.get("signIn.other"));
    errands.waits(Errands.Waiting.OTHER_RUN);
    try {
      slot.lock().lockInterruptibly();
    } finally {
      errands.waits(Errands.Waiting.NOBODY);
    }
  }

  private SignIn.Code code(Errands errands, JobContext context) throws Exception {
    errands.waits(Errands.Waiting.USER);
    try {
      return signIn.signIn(context);
    } finally {
      errands.waits(Errands.Waiting.NOBODY);
    }
  }

  private TokenStore.Token fetch(Optional<String> refresh, Errands errands, JobContext context)
      throws Exception {
    fetched = true;
    Optional<TokenStore.Token> refreshed =
        refresh.isEmpty() ? Optional.empty() : refreshed(refresh.get(), errands, context);
    TokenStore.Token token =
        refreshed.isPresent()
            ? refreshed.get()
            : switch (settings.grant()) {
              case CLIENT_CREDENTIALS -> requests.byCredentials(errands, context);
              case AUTHORIZATION_CODE -> requests.byCode(code(errands, context), errands, context);
            };
    slot.put(token);
    return token;
  }

  /** Empty when what refreshes tokens is over itself, so that one has to begin anew. */
  private Optional<TokenStore.Token> refreshed(String refresh, Errands errands, JobContext context)
      throws Exception {
    try {
      return Optional.of(requests.byRefresh(refresh, errands, context));
    } catch (NetException refused) {
      if (refused.failure().kind() != NetFailure.Kind.AUTHENTICATION) {
        throw refused;
      }
      context.log(refused.failure().cause());
      slot.put(null);
      return Optional.empty();
    }
  }

  /**
   * A token that was kept, or was good before, may have been withdrawn: then a new one is fetched,
   * once. One that was refused when it was new stays: no other would be better.
   */
  @Override
  public boolean asksAgain(int status, List<String> challenges) {
    if (status != 401) {
      fetched = false;
      return false;
    }
    if (shown == null || fetched) {
      return false;
    }
    slot.drop(shown);
    return true;
  }
}
