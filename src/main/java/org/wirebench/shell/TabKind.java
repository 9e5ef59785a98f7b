package org.wirebench.shell;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.kordamp.ikonli.Ikon;
import org.wirebench.core.workspace.Entry;
import org.wirebench.fx.Hue;
import org.wirebench.fx.ToolView;

/**
 * What a tab can be of: a tool, the welcome page, the settings.
 *
 * @param id the tool that its entries name
 * @param blank what a new tab begins with
 * @param single whether one such tab is enough
 * @param saves whether its entries can be saved as requests
 * @param kept what of an entry may stand in a file: secrets may not
 * @param open builds the view of a tab
 */
record TabKind(
    String id,
    String title,
    Ikon icon,
    Hue hue,
    Supplier<Entry> blank,
    boolean single,
    boolean saves,
    UnaryOperator<Entry> kept,
    Function<Entry, ToolView> open) {}
