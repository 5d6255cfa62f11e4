package org.traceweave.ui.certificates.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.traceweave.ui.Texts;

/** Says in words what was opened and holds no certificate. */
final class OpenedWords {

    private static final Texts TEXTS = new Texts(OpenedWords.class);
    private static final int MOST = 5;

    private OpenedWords() {
    }

    /** Why nothing can be shown, each reason on a line. */
    static String nothing(OpenedCertificates opened) {
        List<String> reasons = opened.found().stream().map(found -> switch (found) {
            case OpenedCertificates.One one -> one.place();
            case OpenedCertificates.Other other -> other.object().kind().words() + " (" + other.place() + ")";
            case OpenedCertificates.Key key -> TEXTS.get(key.encrypted() ? "opened.key.encrypted" : "opened.key", "kind", key.kind()) + " ("
                    + key.place() + ")";
            case OpenedCertificates.Unread unread -> unread.problem();
        }).toList();
        String why = reasons.isEmpty() ? TEXTS.get("opened.nothing.why") : reasons.stream().limit(MOST).collect(Collectors.joining("\n"));
        return TEXTS.get("opened.nothing", "from", opened.from()) + "\n" + why;
    }
}
