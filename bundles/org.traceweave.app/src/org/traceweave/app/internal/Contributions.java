package org.traceweave.app.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.ILog;
import org.traceweave.analysis.Diagnostic;
import org.traceweave.analysis.DiagnosticRegistry;
import org.traceweave.analysis.Engine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbRegistry;
import org.traceweave.readers.ReaderRegistry;
import org.traceweave.readers.SourceReader;
import org.traceweave.readers.windows.EventDecoder;
import org.traceweave.readers.windows.EventDecoders;

/**
 * Fills the registries of the headless layers from the Eclipse extension registry. A contribution that cannot be made is left out and
 * logged by name.
 */
public final class Contributions {

    private static final String READERS = "org.traceweave.readers.formats";
    private static final String DIAGNOSTICS = "org.traceweave.analysis.diagnostics";
    private static final String DECODERS = "org.traceweave.readers.windows.eventDecoders";
    private static final String VERBS = "org.traceweave.cli.verbs";

    private final IExtensionRegistry registry;

    public Contributions(IExtensionRegistry registry) {
        this.registry = registry;
    }

    /** The product's own readers, diagnostics and decoders of events, and those of the installed plug-ins. */
    public Engine engine() {
        return Engine.standard().with(contributed(READERS, SourceReader.class, ReaderRegistry.Contribution::new),
                contributed(DIAGNOSTICS, Diagnostic.class, DiagnosticRegistry.Contribution::new),
                contributed(DECODERS, EventDecoder.class, EventDecoders.Contribution::new));
    }

    /** The product's own verbs, and those of the installed plug-ins. */
    public VerbRegistry verbs() {
        return VerbRegistry.standard().with(contributed(VERBS, Verb.class, (verb, bundle) -> new VerbRegistry.Contribution(() -> verb, bundle)));
    }

    private <T, C> List<C> contributed(String point, Class<T> type, BiFunction<T, String, C> contribution) {
        List<C> made = new ArrayList<>();
        for (IConfigurationElement element : registry.getConfigurationElementsFor(point)) {
            made(element, type).ifPresent(each -> made.add(contribution.apply(each, element.getContributor().getName())));
        }
        return made;
    }

    private static <T> Optional<T> made(IConfigurationElement element, Class<T> type) {
        try {
            return Optional.of(type.cast(element.createExecutableExtension("class")));
        } catch (CoreException | ClassCastException | LinkageError e) {
            ILog.of(Contributions.class).error("The contribution " + element.getAttribute("class") + " of "
                    + element.getContributor().getName() + " could not be made and was left out.", e);
            return Optional.empty();
        }
    }
}
