package org.traceweave.charts;

/**
 * What people call a device, from its User-Agent: the product in its last parentheses without versions, else its first product. All versions of
 * a client are one family.
 */
public final class DeviceFamily {

    private DeviceFamily() {
    }

    /** The family; empty for a User-Agent that says nothing. */
    public static String of(String userAgent) {
        int open = userAgent.lastIndexOf('(');
        int close = userAgent.indexOf(')', Math.max(0, open));
        if (open >= 0 && close > open + 1) {
            return withoutVersion(userAgent.substring(open + 1, close));
        }
        String[] products = userAgent.strip().split("\\s+");
        // The first product of a client that names several is the SIP stack, the last one is what stands on it.
        String product = products[products.length - 1];
        int version = product.indexOf('/');
        return version > 0 ? product.substring(0, version) : product;
    }

    private static String withoutVersion(String name) {
        return name.replaceAll("\\s+v?\\d[\\w.]*", "").strip();
    }
}
