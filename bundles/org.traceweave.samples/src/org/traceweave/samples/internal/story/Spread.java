package org.traceweave.samples.internal.story;

/** Over how many messages each of a TLS-DSK handshake's long flights goes. */
record Spread(int server, int client) {

    static final Spread NONE = new Spread(1, 1);
    private static final int ONE_OF = 13;

    /** Most handshakes go in one message a flight; those of some people do not. */
    static Spread of(Person person) {
        return switch (person.number % ONE_OF) {
            case 0 -> new Spread(2, 1);
            case 2 -> new Spread(1, 2);
            case 3 -> new Spread(3, 2);
            default -> NONE;
        };
    }
}
