package org.traceweave.certificates.internal.x509;

/** Takes note of a field that could not be decoded. */
@FunctionalInterface
public interface ProblemSink {
    void problem(int offset, String field, String text);
}
