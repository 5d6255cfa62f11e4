package org.traceweave.ui;

import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.swt.widgets.Display;
import org.traceweave.analysis.CaseAnalysis;
import org.traceweave.analysis.DiagnosticSettings;
import org.traceweave.analysis.FindingsReport;
import org.traceweave.cases.CancelSignal;

/** Asks the analysis for all it can say of the open case, and shows each answer as soon as it is there. UI thread only. */
final class CaseAnswering {

    private final CaseSession session;
    private final Display display;
    private final ViewWork work;
    private CaseAnswers answers = CaseAnswers.NONE;

    CaseAnswering(CaseSession session, Display display) {
        this.session = session;
        this.display = display;
        work = new ViewWork("Analysis", display);
    }

    CaseAnswers answers() {
        return answers;
    }

    void start(OpenCase open) {
        cancel();
        CaseAnalysis analysis = open.analysis();
        work.ask("answers", cancel -> {
            publish(cancel, known -> known.busyWith(CaseAnswers.Stage.SIGN_INS));
            var signIns = analysis.signIns(cancel);
            publish(cancel, known -> known.withSignIns(signIns).busyWith(CaseAnswers.Stage.FAILURES));
            var failures = analysis.windowsFailures(cancel);
            publish(cancel, known -> known.withFailures(failures).busyWith(CaseAnswers.Stage.CERTIFICATES));
            var certificates = analysis.certificates(cancel);
            publish(cancel, known -> known.withCertificates(certificates).busyWith(CaseAnswers.Stage.FINDINGS));
            return findings(analysis, cancel);
        }, report -> change(answers.withFindings(report.findings(), report.failures())), trouble -> {
            session.notices().add(trouble);
            change(answers.ended(Optional.of(trouble)));
        });
    }

    private static FindingsReport findings(CaseAnalysis analysis, CancelSignal cancel) throws IOException {
        return analysis.findings(DiagnosticSettings.STANDARD, cancel);
    }

    private void publish(CancelSignal signal, UnaryOperator<CaseAnswers> next) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!signal.isCancelled()) {
                    change(next.apply(answers));
                }
            });
        }
    }

    private void change(CaseAnswers next) {
        answers = next;
        session.answersChanged(next);
    }

    void forget() {
        cancel();
        change(CaseAnswers.NONE);
    }

    void cancel() {
        work.cancelAll();
        if (answers.pending().isPresent()) {
            change(answers.ended(Optional.empty()));
        }
    }

    void afterwards(Runnable task) {
        work.afterwards(task);
    }

    void close() {
        work.close();
    }
}
