package org.wirebench.shell;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Node;
import org.controlsfx.control.PopOver;

/** Makes what is put beside a control for a while; Escape takes it away. */
final class PopOvers {
  private PopOvers() {}

  static PopOver of(String title, Node content, PopOver.ArrowLocation arrow) {
    PopOver popOver = new PopOver(content);
    popOver.setTitle(title);
    popOver.setArrowLocation(arrow);
    popOver.setDetachable(false);
    if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
      // Beside the arrow and the round corners there would be a white frame.
      popOver.setArrowSize(0);
      popOver.setCornerRadius(0);
    }
    popOver.setAnimated(false);
    popOver.getStyleClass().add("save-popover");
    return popOver;
  }
}
