package org.traceweave.cli.internal;

import java.io.IOException;
import java.util.List;
import org.traceweave.analysis.DiagnosticDescription;
import org.traceweave.analysis.DiagnosticSetting;
import org.traceweave.cli.VerbSession;
import org.traceweave.json.JsonForm;
import org.traceweave.json.JsonFormatException;
import org.traceweave.json.JsonObject;
import org.traceweave.json.JsonOut;

/** A reader or diagnostic that is installed, the bundle it came with, and of a diagnostic what it says, needs and can be set to. */
record Installed(String id, String name, String bundle, String says, List<String> needs, List<DiagnosticSetting> settings) {

    static Installed of(String format, String name, String bundle) {
        return new Installed(format, name, bundle, "", List.of(), List.of());
    }

    static Installed of(DiagnosticDescription description, String bundle) {
        return new Installed(description.id(), description.name(), bundle, description.says(), description.needs(), description.settings());
    }

    static final class FormatForm implements JsonForm<Installed> {

        @Override
        public void write(Installed value, JsonOut out) throws IOException {
            out.text("id", value.id);
            out.text("name", value.name);
            out.text("bundle", value.bundle);
        }

        @Override
        public Installed read(JsonObject in) throws JsonFormatException {
            return of(in.text("id"), in.text("name"), in.text("bundle"));
        }
    }

    static final class RuleForm implements JsonForm<Installed> {

        private static final SettingForm SETTING = new SettingForm();

        @Override
        public void write(Installed value, JsonOut out) throws IOException {
            out.text("id", value.id);
            out.text("name", value.name);
            out.text("bundle", value.bundle);
            out.text("says", value.says);
            out.texts("needs", value.needs);
            out.objects("settings", value.settings, SETTING);
        }

        @Override
        public Installed read(JsonObject in) throws JsonFormatException {
            return new Installed(in.text("id"), in.text("name"), in.text("bundle"), in.text("says"), in.texts("needs"),
                    in.objects("settings", SETTING));
        }
    }

    private static final class SettingForm implements JsonForm<DiagnosticSetting> {

        @Override
        public void write(DiagnosticSetting value, JsonOut out) throws IOException {
            out.text("name", value.name());
            out.decimal("value", value.value());
            out.text("meaning", value.meaning());
        }

        @Override
        public DiagnosticSetting read(JsonObject in) throws JsonFormatException {
            return new DiagnosticSetting(in.text("name"), in.decimal("value"), in.text("meaning"));
        }
    }

    static void print(VerbSession session, List<Installed> installed, JsonForm<Installed> form, ReadableOptions options) throws IOException {
        if (options.json) {
            session.json(installed, form, options.evidence());
            return;
        }
        Shown shown = session.shown(options.zone);
        boolean sayings = installed.stream().anyMatch(each -> !each.says.isEmpty());
        shown.table(sayings ? List.of("ID", "BUNDLE", "SAYS") : List.of("ID", "BUNDLE", "NAME"),
                installed.stream().map(each -> List.of(each.id, each.bundle, sayings ? each.says : each.name)).toList());
        List<List<String>> settings = installed.stream().flatMap(each -> each.settings.stream()
                .map(setting -> List.of("--set " + each.id + "." + setting.name() + "=" + number(setting.value()), setting.meaning()))).toList();
        if (!settings.isEmpty()) {
            shown.line("");
            shown.table(List.of("SETTING, AS IT IS", "MEANS"), settings);
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
