package org.traceweave.index.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.traceweave.model.RecordField;

/**
 * Which Lucene fields a record has. A record's declared fields are written under a prefix, so that a plug-in's field can have any name.
 * A keyword is an exact term, lower-cased, and a sorted doc value as shown (the first value of several); a number is a point and a
 * numeric doc value. What a record lacks is not written at all.
 */
public final class Schema {

    /** Rises with every change that makes an older index unreadable. */
    public static final String VERSION = "1";

    /** Key of the version in the data of a commit. */
    public static final String VERSION_KEY = "traceweave.schema";

    public static final String TEXT = "text";
    public static final String TIME = "time";
    public static final String SOURCE = "source";
    public static final String OFFSET = "offset";
    public static final String LENGTH = "length";
    /** Source and offset in one point, by which a record is found and stretches of a source are removed. */
    public static final String PLACE = "place";
    public static final String HOST = "host";
    public static final String COMPONENT = "component";
    public static final String LEVEL = "level";
    public static final String KIND = "kind";
    public static final String PROCESS = "process";
    public static final String THREAD = "thread";
    /** Bits of certificate marks as a doc value, each mark's word as a term. */
    public static final String MARKS = "marks";
    public static final String FINGERPRINT = "fingerprint";

    private static final String DECLARED = "f.";
    private static final int OFFSET_BITS = 42;

    /** The last offset a record can have: four terabytes. */
    public static final long LAST_OFFSET = (1L << OFFSET_BITS) - 1;

    /** The highest number a source can have. */
    public static final int MAX_SOURCE = (1 << 20) - 1;

    private Schema() {
    }

    /** By time, then source, then offset; a record without time comes first. */
    public static Sort order() {
        SortField time = new SortField(TIME, SortField.Type.LONG, false, Long.MIN_VALUE);
        return new Sort(time, new SortField(SOURCE, SortField.Type.LONG), new SortField(OFFSET, SortField.Type.LONG));
    }

    /** The Lucene field of a declared field. */
    public static String name(RecordField field) {
        return DECLARED + field.name();
    }

    /** One number for the place of a record, rising with source and offset. */
    public static long place(int source, long offset) {
        if (source < 0 || source > MAX_SOURCE || offset < 0 || offset > LAST_OFFSET) {
            throw new IllegalArgumentException("no place of a record: source " + source + ", offset " + offset);
        }
        return (long) source << OFFSET_BITS | offset;
    }

    public static long firstPlace(int source) {
        return place(source, 0);
    }

    public static long lastPlace(int source) {
        return place(source, LAST_OFFSET);
    }

    /** Every field that a query, a histogram or a facet can name, by its name in lower case. */
    public static Map<String, IndexedField> byName(List<RecordField> declared) {
        Map<String, IndexedField> fields = new LinkedHashMap<>();
        for (String name : List.of(HOST, COMPONENT, LEVEL, KIND)) {
            fields.put(name, new IndexedField(name, RecordField.Type.KEYWORD, Optional.empty()));
        }
        for (String name : List.of(PROCESS, THREAD, SOURCE, OFFSET, LENGTH)) {
            fields.put(name, new IndexedField(name, RecordField.Type.NUMBER, Optional.empty()));
        }
        for (RecordField field : declared) {
            fields.putIfAbsent(field.name().toLowerCase(Locale.ROOT), new IndexedField(name(field), field.type(), Optional.of(field)));
        }
        return fields;
    }
}
