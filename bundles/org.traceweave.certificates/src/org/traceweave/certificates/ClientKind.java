package org.traceweave.certificates;

import java.util.Optional;
import java.util.stream.Stream;

/** Kinds of programs that look at a server's certificate, each by rules of its own. */
public enum ClientKind {
    /** A careful client that goes by the standards. */
    STRICT("strict", "Strict client"),
    /** Applications over SCHANNEL and CryptoAPI, which do not ask for more than Windows does by default. */
    WINDOWS("windows", "Windows application"),
    /** Microsoft Edge (before Chromium) and Internet Explorer 11, which ask Windows for more than other applications do. */
    EDGE("edge", "Edge and Internet Explorer 11"),
    CHROME("chrome", "Chrome"),
    /** The app of Skype Room Systems, whose rules are not documented. */
    SKYPE_ROOM_SYSTEM("skype-room-system", "Skype Room System");

    private final String word;
    private final String title;

    ClientKind(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** As the file of policies spells it. */
    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    public static Optional<ClientKind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
