package org.wirebench.tool.http.view;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.FormModel;
import org.wirebench.fx.frame.LabTarget;

/** How a tab is aimed at a server of the lab: the path of its address stays. */
final class HttpLabForm implements LabTarget.Form {
  private static final Messages TEXT = Messages.of(HttpLabForm.class);
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\s*(?:(https?)://)?([^/?#\\s]+)(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final FormModel form;

  HttpLabForm(FormModel form) {
    this.form = form;
  }

  /** The scheme, the host and the port; empty where there is no address. */
  @Override
  public String key(Tree.Fields request) {
    Matcher address = ADDRESS.matcher(request.text("url").orElse(""));
    if (!address.matches()) {
      return "";
    }
    String scheme = address.group(1) == null ? "http" : address.group(1);
    return (scheme + "://" + address.group(2)).toLowerCase(Locale.ROOT);
  }

  @Override
  public void aim(Tree.Fields server) {
    String typed = form.text("url").get();
    Matcher address = ADDRESS.matcher(typed);
    if (address.matches()) {
      form.text("url").set(key(server) + address.group(3));
    }
  }

  @Override
  public String start(String title) {
    return TEXT.get("lab.start");
  }

  @Override
  public String use(String title) {
    return TEXT.get("lab.use");
  }
}
