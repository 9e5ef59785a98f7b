package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.collections.FXCollections;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.testkit.CutText;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestWindow;

/** A choice does not move what stands beside it. */
@Timeout(30)
class SteadyChoiceTest {
  @RegisterExtension private final TestWindow window = new TestWindow();

  @Test
  void itIsAsWideBeforeItsMenuWasOpenedAsAfterwardsAndWhateverIsChosen() {
    String longest = "then close the connection at once";
    SteadyChoice<String> choice =
        Fx.call(() -> new SteadyChoice<>(FXCollections.observableArrayList("a", longest)));
    HBox row = Fx.call(() -> new HBox(choice));
    window.show(row, 600, 100);
    double first = Fx.call(choice::getWidth);
    Fx.run(choice::show);
    Fx.until(choice::isShowing);
    Fx.run(
        () -> {
          choice.hide();
          choice.setValue(longest);
          row.requestLayout();
          row.layout();
        });
    assertThat(choice.getWidth()).isEqualTo(first).isGreaterThan(150);
    assertThat(CutText.shownIn(row)).isEmpty();
  }
}
