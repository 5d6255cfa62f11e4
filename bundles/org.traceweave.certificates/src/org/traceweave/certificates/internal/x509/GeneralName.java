package org.traceweave.certificates.internal.x509;

import java.util.ArrayList;
import java.util.List;
import org.traceweave.certificates.DerNode;
import org.traceweave.certificates.internal.der.DerException;
import org.traceweave.certificates.internal.der.DerValues;
import org.traceweave.certificates.internal.der.Printable;

/** GeneralName of RFC 5280 section 4.2.1.6 as text with the prefixes of the Certificate object. */
public final class GeneralName {

    public static final int EMAIL = 1;
    public static final int DNS = 2;
    public static final int DIRECTORY = 4;
    public static final int URI = 6;
    public static final int IP = 7;

    private static final String UPN = "1.3.6.1.4.1.311.20.2.3";

    private GeneralName() {
    }

    /** A name such as {@code DNS:fe01.contoso.com}. */
    public static String text(DerNode name) throws DerException {
        if (name.tagClass() != DerNode.CONTEXT) {
            throw new DerException(name.offset(), "general name: context tag expected, " + name.tagName() + " found");
        }
        DerValues.intact(name, "general name");
        return switch (name.tagNumber()) {
            case 0 -> other(name);
            case EMAIL -> "email:" + ia5(name);
            case DNS -> "DNS:" + ia5(name);
            case 3 -> "x400:" + DerValues.hex(name, 64);
            case DIRECTORY -> "DirName:" + DistinguishedName.rfc4514(DerValues.child(name, 0, "directory name"));
            case 5 -> "EDI:" + edi(name);
            case URI -> "URI:" + ia5(name);
            case IP -> "IP:" + address(name);
            case 8 -> "RID:" + DerValues.oidContent(name);
            default -> throw new DerException(name.offset(), "general name of unknown kind " + name.tagName());
        };
    }

    public static List<String> texts(DerNode names) throws DerException {
        List<String> texts = new ArrayList<>();
        for (DerNode name : names.children()) {
            texts.add(text(name));
        }
        return texts;
    }

    private static String ia5(DerNode name) throws DerException {
        if (name.constructed()) {
            throw new DerException(name.offset(), "general name " + name.tagName() + " is constructed");
        }
        return Printable.text(DerValues.ia5(name));
    }

    private static String other(DerNode name) throws DerException {
        String oid = DerValues.oid(DerValues.child(name, 0, "other name"));
        DerNode wrapper = DerValues.child(name, 1, "value of other name");
        DerNode value = wrapper.children().isEmpty() ? wrapper : wrapper.children().getFirst();
        String text = DerValues.isString(value) ? Printable.text(DerValues.string(value)) : "#" + DerValues.hex(value, 256);
        return oid.equals(UPN) ? "UPN:" + text : "other:" + oid + ":" + text;
    }

    private static String edi(DerNode name) throws DerException {
        StringBuilder text = new StringBuilder();
        for (DerNode part : name.children()) {
            // The tags are explicit, as DirectoryString is a CHOICE.
            text.append(text.isEmpty() ? "" : "/")
                    .append(Printable.text(DerValues.string(DerValues.child(part, 0, "EDI party name"))));
        }
        return text.toString();
    }

    private static String address(DerNode name) throws DerException {
        int length = name.contentLength();
        return switch (length) {
            case 4, 16 -> address(name, 0, length);
            default -> throw new DerException(name.offset(), "IP address of " + length + " bytes");
        };
    }

    /** An address, or an address with its mask in name constraints. */
    static String addressRange(DerNode name) throws DerException {
        int length = name.contentLength();
        return switch (length) {
            case 8, 32 -> "IP:" + address(name, 0, length / 2) + "/" + address(name, length / 2, length / 2);
            default -> throw new DerException(name.offset(), "IP address range of " + length + " bytes");
        };
    }

    private static String address(DerNode name, int from, int length) {
        StringBuilder text = new StringBuilder();
        if (length == 4) {
            for (int i = 0; i < 4; i++) {
                text.append(i == 0 ? "" : ".").append(name.contentByte(from + i));
            }
            return text.toString();
        }
        return compressed(name, from);
    }

    /** An IPv6 address as RFC 5952 writes it. */
    private static String compressed(DerNode name, int from) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = name.contentByte(from + 2 * i) << 8 | name.contentByte(from + 2 * i + 1);
        }
        int bestStart = -1;
        int bestLength = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > bestLength) {
                bestStart = i;
                bestLength = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == bestStart) {
                text.append("::");
                i += bestLength - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":").append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
