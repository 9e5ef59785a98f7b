package org.wirebench.fx;

import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/**
 * A page of its own that a tool has in the lab: what its servers answer, say.
 *
 * @param title what it is called: "Mock routes"
 * @param what what opening it is for, in one sentence
 * @param opener makes the page when it is first shown
 */
public record LabPart(String title, String what, Ikon icon, Opener opener) {

  /** Makes the page. Called on the FX thread. */
  @FunctionalInterface
  public interface Opener {
    /**
     * @param back leads back to the servers; it stands first on the page
     */
    View open(ToolContext context, Node back);
  }

  /** The page while it is there. Lives on the FX thread. */
  public interface View extends AutoCloseable {
    /** What is shown; the same node each time. It fills the room that it gets, which may be low. */
    Node node();

    /** Puts the focus where one begins. */
    void focus();

    /** Fills the page with something to be seen, for the tour; then true once it is there. */
    BooleanSupplier demonstrate();

    /** The window is gone. */
    @Override
    void close();
  }
}
