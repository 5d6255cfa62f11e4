package org.traceweave.certificates;

/** The universal tag numbers of X.680 and what they are called. */
public final class Asn1Tag {

    public static final int BOOLEAN = 1;
    public static final int INTEGER = 2;
    public static final int BIT_STRING = 3;
    public static final int OCTET_STRING = 4;
    public static final int NULL = 5;
    public static final int OBJECT_IDENTIFIER = 6;
    public static final int ENUMERATED = 10;
    public static final int UTF8_STRING = 12;
    public static final int SEQUENCE = 16;
    public static final int SET = 17;
    public static final int NUMERIC_STRING = 18;
    public static final int PRINTABLE_STRING = 19;
    public static final int TELETEX_STRING = 20;
    public static final int IA5_STRING = 22;
    public static final int UTC_TIME = 23;
    public static final int GENERALIZED_TIME = 24;
    public static final int VISIBLE_STRING = 26;
    public static final int GENERAL_STRING = 27;
    public static final int UNIVERSAL_STRING = 28;
    public static final int BMP_STRING = 30;

    private static final String[] NAMES = {
        "END-OF-CONTENTS", "BOOLEAN", "INTEGER", "BIT STRING", "OCTET STRING", "NULL", "OBJECT IDENTIFIER", "ObjectDescriptor",
        "EXTERNAL", "REAL", "ENUMERATED", "EMBEDDED PDV", "UTF8String", "RELATIVE-OID", "TIME", "UNIVERSAL 15", "SEQUENCE", "SET",
        "NumericString", "PrintableString", "TeletexString", "VideotexString", "IA5String", "UTCTime", "GeneralizedTime",
        "GraphicString", "VisibleString", "GeneralString", "UniversalString", "CHARACTER STRING", "BMPString"
    };

    private Asn1Tag() {
    }

    public static String name(int universalTag) {
        return universalTag >= 0 && universalTag < NAMES.length ? NAMES[universalTag] : "UNIVERSAL " + universalTag;
    }
}
