package org.traceweave.model;

/** What an exchange of REGISTER traffic was. */
public enum SignInKind implements Worded {
    /** A user or device signing in. */
    SIGN_IN("sign-in"),
    /** A challenge inside a standing registration. */
    RE_AUTHENTICATION("re-authentication"),
    /** A registration renewed. */
    REFRESH("refresh"),
    /** A registration ended by its owner. */
    SIGN_OUT("sign-out");

    private final String word;

    SignInKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
