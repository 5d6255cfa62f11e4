package org.traceweave.analysis.internal.signin;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.readers.windows.WindowsEvent;
import org.traceweave.readers.windows.WindowsEvent.NamedValue;

/**
 * What one event of the Windows Installer says was installed, changed, updated or removed on its machine: {@code version} is empty where the
 * product is gone. Of an update the version is the product's, and what it was updated with. {@code keepsUpdates}: the event tells of a change of
 * settings, and names the version that was installed at first, whatever it was updated with since.
 */
record Installation(String product, Optional<String> version, boolean keepsUpdates) {

    static final String PROVIDER = "MsiInstaller";
    /** Installed, removed, reconfigured, updated, update removed: the events that name a version; and the update that names none. */
    static final long[] EVENTS = {1033, 1034, 1035, 1036, 1037, 1022};

    private static final int RECONFIGURED = 1035;
    private static final Pattern NAME = Pattern.compile("Product(?: Name)?: (.+?)(?:\\. Product Version: | - Update ')");
    private static final Pattern VERSION = Pattern.compile("Product Version: (\\d[\\w.]*?)\\.? +Product Language:");
    private static final Pattern UPDATE = Pattern.compile("(?:Update Name: (.+?)(?:\\. Installation|\\. Update removal|\\. Removal|$)| - Update '(.+?)')");
    private static final Pattern STATUS = Pattern.compile("status: (\\d+)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)+");
    private static final Pattern GUID = Pattern.compile("\\{?[0-9A-Fa-f]{8}-[0-9A-Fa-f-]{27}}?");
    /** Done; done once the machine restarts (ERROR_SUCCESS_REBOOT_INITIATED, ERROR_SUCCESS_REBOOT_REQUIRED). */
    private static final List<String> DONE = List.of("0", "1641", "3010");

    /** Empty where the event tells of something else, or of an installation that did not succeed. */
    static Optional<Installation> read(WindowsEvent event) {
        List<String> values = event.values().stream().map(NamedValue::value).map(String::strip).toList();
        boolean positional = values.size() >= 4 && NUMBER.matcher(values.get(1)).matches();
        return positional ? ofValues(event.eventId(), values)
                : ofMessage(event.eventId(), event.renderedMessage().orElseGet(() -> String.join(" ", values)), values);
    }

    /** The values' places by id: name, version, language, then the status, or the update's name and the status (msi.dll's messages). */
    private static Optional<Installation> ofValues(int id, List<String> values) {
        boolean update = id == 1036 || id == 1037;
        String status = values.get(update && values.size() > 4 ? 4 : 3);
        return of(id, values.get(0), Optional.of(values.get(1)), update ? Optional.of(values.get(3)) : Optional.empty(), status);
    }

    private static Optional<Installation> ofMessage(int id, String message, List<String> values) {
        // the update's own event has no version: product and update are its first two values
        if (id == 1022 && values.size() >= 2 && !values.getFirst().startsWith("Product: ")) {
            return of(id, values.get(0), Optional.empty(), Optional.of(values.get(1)), "0");
        }
        Matcher name = NAME.matcher(message);
        if (!name.find()) {
            return Optional.empty();
        }
        Matcher version = VERSION.matcher(message);
        Matcher update = UPDATE.matcher(message);
        Matcher status = STATUS.matcher(message);
        Optional<String> updated = update.find() ? Optional.ofNullable(update.group(1)).or(() -> Optional.of(update.group(2))) : Optional.empty();
        return of(id, name.group(1), version.find() ? Optional.of(version.group(1)) : Optional.empty(), updated, status.find() ? status.group(1) : "0");
    }

    private static Optional<Installation> of(int id, String product, Optional<String> version, Optional<String> update, String status) {
        if (product.isBlank() || !DONE.contains(status)) {
            return Optional.empty();
        }
        if (id == 1034) {
            return Optional.of(new Installation(product, Optional.empty(), false));
        }
        Optional<String> named = id == 1037 ? Optional.empty() : update.filter(words -> !words.isBlank() && !GUID.matcher(words).matches());
        Optional<String> told = version.isPresent() ? version.map(number -> number + named.map(words -> " with " + words).orElse(""))
                : named.map(words -> "with " + words);
        return told.map(words -> new Installation(product, Optional.of(words), id == RECONFIGURED));
    }
}
