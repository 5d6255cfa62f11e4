package org.traceweave.cases.internal;

import java.util.ArrayList;
import java.util.List;

/** Ids of records: the source's key, then the record's offset in hex, {@code 0123456789ab-1f40}. */
public final class RecordIds {

    private static final int HEX = 16;

    /** Where a record may be. */
    public record Place(SourceEntry entry, long offset) {
    }

    private RecordIds() {
    }

    public static String id(SourceEntry entry, long offset) {
        return entry.file().key() + "-" + Long.toHexString(offset);
    }

    /** Where the record of that id may be: mostly one place, none if it is no id. */
    public static List<Place> places(String id, List<SourceEntry> entries) {
        int dash = id.indexOf('-');
        List<Place> places = new ArrayList<>();
        if (dash > 0) {
            try {
                long offset = Long.parseLong(id.substring(dash + 1), HEX);
                entries.stream().filter(entry -> entry.file().key().equals(id.substring(0, dash)))
                        .forEach(entry -> places.add(new Place(entry, offset)));
            } catch (NumberFormatException e) {
                // no id of a record, so it is nowhere
                return List.of();
            }
        }
        return places;
    }
}
