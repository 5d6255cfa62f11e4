package org.traceweave.ui;

import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.traceweave.model.Outcome;
import org.traceweave.model.Severity;
import org.traceweave.model.SourceStatus;
import org.traceweave.model.WindowsFailureKind;

/** The small images of outcomes, severities and states, alive as long as the control they were made for. UI thread only. */
public final class Glyphs {

    private final LocalResourceManager images;
    private final Map<String, Image> made = new HashMap<>();

    public Glyphs(Control owner) {
        images = new LocalResourceManager(JFaceResources.getResources(), owner);
    }

    /** The image of a file of {@code icons/}, named without its ending. */
    public static ImageDescriptor descriptor(String name) {
        URL url = Glyphs.class.getResource("/icons/" + name + ".svg");
        return url == null ? ImageDescriptor.getMissingImageDescriptor() : ImageDescriptor.createFromURL(url);
    }

    public Image of(String name) {
        return made.computeIfAbsent(name, key -> images.create(descriptor(key)));
    }

    public Image of(Severity severity) {
        return of(severity.word());
    }

    public Image of(Outcome outcome) {
        return of("outcome-" + outcome.word());
    }

    public Image of(SourceStatus status) {
        return of("source-" + status.word());
    }

    public Image of(WindowsFailureKind kind) {
        return of("failure-" + kind.word());
    }
}
