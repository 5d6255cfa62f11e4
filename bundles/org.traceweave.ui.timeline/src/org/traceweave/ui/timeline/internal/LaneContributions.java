package org.traceweave.ui.timeline.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.traceweave.cases.CancelSignal;
import org.traceweave.ui.OpenCase;
import org.traceweave.ui.Texts;
import org.traceweave.ui.timeline.ContributedLane;
import org.traceweave.ui.timeline.LaneMark;

/**
 * The lanes that plug-ins add. One that cannot be made, or that throws, is switched off and named in a notice; it takes no other with it. For one
 * thread, but for making it.
 */
final class LaneContributions {

    /** A lane of a plug-in. */
    record Contribution(ContributedLane lane, String bundle) {
    }

    /** What a plug-in's lane shows. */
    record Shown(String id, String title, List<LaneMark> marks) {
    }

    private static final String POINT = "org.traceweave.ui.timeline.lanes";
    // The user is told in a sentence; where it failed is for who asks for it
    private static final Logger LOG = System.getLogger(LaneContributions.class.getName());
    private static final Texts TEXTS = new Texts(LaneContributions.class);

    private final List<Contribution> contributions;
    private final Set<Contribution> off = new HashSet<>();

    LaneContributions(List<Contribution> contributions) {
        this.contributions = List.copyOf(contributions);
    }

    /** Those of the installed plug-ins; {@code notice} hears of any that cannot be made. */
    static LaneContributions of(IExtensionRegistry registry, Consumer<String> notice) {
        List<Contribution> made = new ArrayList<>();
        for (IConfigurationElement element : registry.getConfigurationElementsFor(POINT)) {
            String bundle = element.getContributor().getName();
            try {
                made.add(new Contribution((ContributedLane) element.createExecutableExtension("class"), bundle));
            } catch (CoreException | ClassCastException | LinkageError e) {
                LOG.log(Logger.Level.DEBUG, "a contributed lane could not be made", e);
                notice.accept(TEXTS.get("contributed.notMade", "class", Objects.toString(element.getAttribute("class"), ""), "bundle", bundle));
            }
        }
        return new LaneContributions(made);
    }

    /** What they show of a case, in the order of their titles. {@code notice} hears of any that is switched off. */
    List<Shown> show(OpenCase open, CancelSignal cancel, Consumer<String> notice) {
        List<Shown> shown = new ArrayList<>();
        for (Contribution contribution : contributions) {
            if (off.contains(contribution)) {
                continue;
            }
            try {
                String id = "contributed:" + contribution.bundle() + ":" + contribution.lane().getClass().getName();
                shown.add(new Shown(id, contribution.lane().title(), List.copyOf(contribution.lane().marks(open, cancel))));
            } catch (CancellationException cancelled) {
                throw cancelled;
            } catch (IOException | RuntimeException | LinkageError e) {
                off.add(contribution);
                LOG.log(Logger.Level.DEBUG, "a contributed lane failed", e);
                notice.accept(TEXTS.get("contributed.failed", "class", contribution.lane().getClass().getName(), "bundle", contribution.bundle(),
                        "problem", Objects.toString(e.getMessage(), e.getClass().getSimpleName())));
            }
        }
        shown.sort((one, other) -> one.title().compareToIgnoreCase(other.title()));
        return shown;
    }
}
