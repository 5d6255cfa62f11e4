package org.traceweave.probe;

import java.util.List;

/**
 * What a GET was answered with.
 *
 * @param statusLine such as {@code HTTP/1.1 401 Unauthorized}
 * @param headers as sent, values of cookies and credentials masked
 * @param bodyBytes how much of the body was read; the body itself is not kept
 */
public record HttpAnswer(String statusLine, List<String> headers, long bodyBytes) {
    public HttpAnswer {
        headers = List.copyOf(headers);
    }
}
