package org.traceweave.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Display;
import org.traceweave.index.IndexedRecord;
import org.traceweave.model.Certificate;
import org.traceweave.model.Evidence;
import org.traceweave.model.SignIn;

/**
 * The one selection of a window: what any view chooses, every view hears of as a {@link Focus}. Where the record that goes with a
 * choice has to be looked up, listeners hear of the choice at once and again, with its record, a moment later. UI thread only.
 */
public final class CaseSelection {

    private final CaseSession session;
    private final ViewWork work;
    private final List<Consumer<Focus>> listeners = new CopyOnWriteArrayList<>();
    private volatile FocusFinder finder = new FocusFinder(CaseAnswers.NONE);
    private Focus focus = Focus.NOTHING;

    CaseSelection(CaseSession session, Display display) {
        this.session = session;
        work = new ViewWork("Selection", display);
    }

    public Focus focus() {
        return focus;
    }

    public void addListener(Consumer<Focus> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<Focus> listener) {
        listeners.remove(listener);
    }

    /** Moves every view to what was chosen; choosing the same again does nothing. */
    public void choose(Chosen chosen) {
        if (!chosen.equals(focus.chosen())) {
            show(chosen);
        }
    }

    private void show(Chosen chosen) {
        work.cancelAll();
        publish(finder.focus(chosen));
        Optional<OpenCase> open = session.openCase();
        if (focus.record().isEmpty() && focus.evidence().isPresent() && open.isPresent()) {
            lookUp(open.get(), focus.evidence().get(), chosen);
        }
    }

    private void lookUp(OpenCase open, Evidence evidence, Chosen chosen) {
        work.<Optional<IndexedRecord>>ask("record", cancel -> open.source().find(evidence), found -> {
            if (found.isPresent() && focus.chosen().equals(chosen)) {
                publish(finder.completed(focus, found.get()));
            }
        }, problem -> session.notices().add(problem));
    }

    private void publish(Focus newFocus) {
        focus = newFocus;
        listeners.forEach(listener -> listener.accept(newFocus));
    }

    /** Chooses an attempt of the case by its id. */
    public void chooseSignIn(String id) {
        finder.signIn(id).ifPresent(signIn -> choose(new Chosen.Attempt(signIn)));
    }

    /** Chooses a certificate of the case by its thumbprint. */
    public void chooseCertificate(String sha1) {
        finder.certificate(sha1).ifPresent(certificate -> choose(new Chosen.Shown(certificate)));
    }

    public Optional<SignIn> signIn(String id) {
        return finder.signIn(id);
    }

    public Optional<Certificate> certificate(String sha1) {
        return finder.certificate(sha1);
    }

    void answersChanged(CaseAnswers answers) {
        finder = new FocusFinder(answers);
    }

    void caseChanged() {
        work.cancelAll();
        finder = new FocusFinder(CaseAnswers.NONE);
        publish(Focus.NOTHING);
    }

    void close() {
        work.close();
    }
}
