package org.traceweave.ui.internal.records;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;

/** The queries asked last, the latest first; remembered. UI thread only. */
final class QueryHistory {

    private static final int MOST = 30;
    private static final String PREFIX = "query.";

    private final List<String> queries = new ArrayList<>();

    QueryHistory() {
        for (int i = 0; i < MOST; i++) {
            String query = preferences().get(PREFIX + i, "");
            if (!query.isEmpty()) {
                queries.add(query);
            }
        }
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("org.traceweave.ui");
    }

    List<String> queries() {
        return List.copyOf(queries);
    }

    void add(String query) {
        if (query.isBlank()) {
            return;
        }
        queries.remove(query);
        queries.addFirst(query);
        while (queries.size() > MOST) {
            queries.removeLast();
        }
        for (int i = 0; i < queries.size(); i++) {
            preferences().put(PREFIX + i, queries.get(i));
        }
    }
}
