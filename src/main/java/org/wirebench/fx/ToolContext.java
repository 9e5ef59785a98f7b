package org.wirebench.fx;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.net.Network;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.wire.WireLog;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Variables;

/**
 * What the view of a tool is given.
 *
 * @param jobs starts work and brings its outcome back
 * @param network the one way to the network
 * @param wire the timeline of all traffic
 * @param lab the servers inside the program
 * @param stores where bytes of any size are kept
 * @param settings what the user set, as it changes
 * @param variables what names stand for in requests, as it changes
 * @param notices short news at the edge of the window
 * @param recent what was run last
 * @param windowActions what can be done whatever tab is shown; their shortcuts come first
 * @param openTab opens an entry, of any tool, in a new tab
 * @param openExample starts the lab server of an example and opens its tabs
 */
public record ToolContext(
    FxJobs jobs,
    Network network,
    WireLog wire,
    Lab lab,
    ByteStores stores,
    ObservableValue<Settings> settings,
    ObservableValue<Variables> variables,
    Notices notices,
    Recent recent,
    Supplier<List<Action>> windowActions,
    Consumer<Entry> openTab,
    Consumer<Example> openExample) {}
