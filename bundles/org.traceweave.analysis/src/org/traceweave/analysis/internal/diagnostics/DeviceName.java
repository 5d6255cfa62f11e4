package org.traceweave.analysis.internal.diagnostics;

/** What people call a device, from its User-Agent: the product in its last parentheses, else its first word. */
public final class DeviceName {

    private DeviceName() {
    }

    public static String of(String userAgent) {
        int open = userAgent.lastIndexOf('(');
        int close = userAgent.indexOf(')', Math.max(0, open));
        if (open >= 0 && close > open + 1) {
            return userAgent.substring(open + 1, close);
        }
        return userAgent.isBlank() ? "an unnamed device" : userAgent.split(" ")[0];
    }
}
