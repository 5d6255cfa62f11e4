package org.traceweave.ui.certificates.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.traceweave.analysis.CertificateSightings;
import org.traceweave.certificates.ChainPolicies;
import org.traceweave.certificates.ChainPolicy;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.PathQuestion;
import org.traceweave.certificates.PolicyFileException;
import org.traceweave.certificates.PolicyQuestion;
import org.traceweave.certificates.TrustAnchors;
import org.traceweave.certificates.WeakCryptoSettings;
import org.traceweave.model.UtcTime;
import org.traceweave.ui.CaseSession;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.PageView;
import org.traceweave.ui.Texts;
import org.traceweave.ui.ViewWork;

/**
 * The same chain judged as of another date, by another program, or with the settings of a machine: what each would say, and why. UI thread only; it
 * judges on the view's background thread.
 */
final class WhatIfPane {

    private static final Texts TEXTS = new Texts(WhatIfPane.class);
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final int HOST_WIDTH = 190;
    private static final int DATE_WIDTH = 158;

    private final CaseSession session;
    private final ViewWork work;
    private final Composite composite;
    private final Combo policies;
    private final Runnable fit;
    private final Text date;
    private final Combo host;
    private final Button assume;
    private final Button registry;
    private final PageView result;
    private Optional<Dossier> dossier = Optional.empty();
    private Optional<WeakCryptoSettings> settings = Optional.empty();

    WhatIfPane(Composite parent, CaseSession session, ViewWork work, Consumer<Object> follow, Consumer<IMenuManager> menu) {
        this.session = session;
        this.work = work;
        composite = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        composite.setLayout(layout);
        Composite bar = new Composite(composite, SWT.NONE);
        RowLayout row = new RowLayout();
        row.center = true;
        row.marginLeft = 8;
        bar.setLayout(row);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        policies = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
        fit = RoomyCombo.in(composite, policies);
        policies.setData("id", "what-if-policy");
        policies.addListener(SWT.Selection, event -> judge());
        label(bar, "whatIf.at");
        date = new Text(bar, SWT.BORDER);
        date.setLayoutData(new RowData(DATE_WIDTH, SWT.DEFAULT));
        date.setData("id", "what-if-date");
        date.setToolTipText(TEXTS.get("whatIf.at.tip"));
        date.addListener(SWT.DefaultSelection, event -> judge());
        date.addListener(SWT.FocusOut, event -> judge());
        button(bar, SWT.PUSH, "whatIf.now", () -> setDate(UtcTime.of(Instant.now())));
        label(bar, "whatIf.for");
        host = new Combo(bar, SWT.DROP_DOWN);
        host.setLayoutData(new RowData(HOST_WIDTH, SWT.DEFAULT));
        host.setData("id", "what-if-host");
        host.addListener(SWT.Selection, event -> judge());
        host.addListener(SWT.DefaultSelection, event -> judge());
        assume = button(bar, SWT.CHECK, "whatIf.assume", this::judge);
        registry = button(bar, SWT.PUSH, "whatIf.registry", this::chooseRegistry);
        registry.setToolTipText(TEXTS.get("whatIf.registry.tip"));
        result = new PageView(composite, session.theming());
        result.control().setData("id", "what-if");
        result.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        result.onLink(follow);
        PageMenu.on(result.control(), menu);
        fillPolicies();
    }

    private static void label(Composite bar, String key) {
        new Label(bar, SWT.NONE).setText(TEXTS.get(key));
    }

    private static Button button(Composite bar, int style, String key, Runnable what) {
        Button button = new Button(bar, style);
        button.setText(TEXTS.get(key));
        button.setData("id", key);
        button.addListener(SWT.Selection, event -> what.run());
        return button;
    }

    Control control() {
        return composite;
    }

    PageView result() {
        return result;
    }

    private List<ChainPolicy> all() {
        List<ChainPolicy> all = new ArrayList<>(settings.map(ChainPolicies::windowsWith).stream().toList());
        all.addAll(ChainPolicies.all());
        return all;
    }

    private void fillPolicies() {
        policies.removeAll();
        policies.add(TEXTS.get("whatIf.all"));
        all().forEach(policy -> policies.add(policy.title()));
        policies.select(0);
        fit.run();
    }

    /** Shows a certificate. What was asked of the same one before, when less was known of the case, is asked again. */
    void show(Dossier shown) {
        boolean again = dossier.filter(before -> before.facts().sha1().isPresent() && before.facts().sha1().equals(shown.facts().sha1()))
                .isPresent();
        dossier = Optional.of(shown);
        if (again) {
            judge();
            return;
        }
        OptionalLong event = shown.eventTime();
        date.setText(session.time().seconds(event.orElseGet(() -> UtcTime.of(Instant.now()))));
        host.setItems(shown.sightings().asked().stream().map(CertificateSightings.AskedName::name).toArray(String[]::new));
        host.setText(shown.sightings().asked().stream().findFirst().map(CertificateSightings.AskedName::name).orElse(""));
        judge();
    }

    void showNothing() {
        dossier = Optional.empty();
        result.show(new PageText());
    }

    private void setDate(long moment) {
        date.setText(session.time().seconds(moment));
        judge();
    }

    /** Chooses a policy by its place in the list, for tests. */
    void choose(int policy) {
        policies.select(policy);
        judge();
    }

    private void judge() {
        Optional<ChainFacts> chains = dossier.flatMap(Dossier::chains);
        if (chains.isEmpty()) {
            result.show(new PageText().line(dossier.isEmpty() ? "" : TEXTS.get("asn1.none"), Tone.MUTED));
            return;
        }
        OptionalLong at = moment(date.getText());
        if (at.isEmpty()) {
            result.show(new PageText().line(TEXTS.get("whatIf.badDate", "text", date.getText()), Tone.ERROR));
            return;
        }
        DecodedCertificate leaf = dossier.flatMap(Dossier::decoded).orElseThrow();
        TrustAnchors trusted = assume.getSelection() ? chains.get().trusted().and(ends(chains.get())) : chains.get().trusted();
        String name = host.getText().strip();
        PolicyQuestion question = new PolicyQuestion(leaf, chains.get().pool(), trusted, chains.get().publicRoots(), at.getAsLong(),
                name.isEmpty() ? List.of() : List.of(name),
                usage(leaf));
        Optional<ChainPolicy> one = policies.getSelectionIndex() > 0 ? Optional.of(all().get(policies.getSelectionIndex() - 1)) : Optional.empty();
        List<ChainPolicy> each = new ArrayList<>(settings.map(ChainPolicies::windowsWith).stream().toList());
        each.addAll(ChainPolicies.current());
        work.ask("what-if", cancel -> {
            PageText page = head(question);
            WhatIfPage judged = new WhatIfPage(page);
            one.ifPresentOrElse(policy -> judged.policy(policy, question), () -> judged.clients(each, question));
            return page;
        }, result::show, sentence -> result.show(new PageText().line(sentence, Tone.ERROR)));
    }

    private PageText head(PolicyQuestion question) {
        PageText page = new PageText();
        String names = question.peerNames().isEmpty() ? TEXTS.get("whatIf.anyHost") : String.join(", ", question.peerNames());
        page.line(TEXTS.get("whatIf.question", "usage", TEXTS.get("whatIf.usage." + question.usage().name()), "at", session.time()
                .seconds(question.at()) + " " + session.time().zoneName(),
                "host", names), Tone.MUTED);
        if (!question.machineListGiven()) {
            page.line(TEXTS.get("whatIf.noTrust"), Tone.WARNING);
        }
        settings.ifPresent(known -> {
            page.line(TEXTS.get("whatIf.settings", "name", known.name(), "count", known.numbers().size()), Tone.MUTED);
            known.problems().forEach(problem -> page.line(problem, Tone.WARNING));
        });
        return page.line(TEXTS.get("whatIf.version", "day", ChainPolicies.version()), Tone.MUTED);
    }

    /** The roots its chains end in. */
    private static TrustAnchors ends(ChainFacts chains) {
        return TrustAnchors.of(chains.alternatives().alternatives().stream().map(chain -> chain.last()).filter(DecodedCertificate::selfIssued).toList());
    }

    private static PathQuestion.Usage usage(DecodedCertificate leaf) {
        List<String> usages = leaf.facts().extendedKeyUsage();
        if (usages.contains(SERVER_AUTH)) {
            return PathQuestion.Usage.SERVER;
        }
        return usages.contains(CLIENT_AUTH) ? PathQuestion.Usage.CLIENT : PathQuestion.Usage.ANY;
    }

    /** A day, or a day and a time, in the zone times are shown in. */
    private OptionalLong moment(String text) {
        String words = text.strip();
        try {
            LocalDateTime moment = words.length() <= "YYYY-MM-DD".length() ? LocalDate.parse(words)
                    .atStartOfDay() : LocalDateTime.parse(words.replace(' ', 'T'));
            return OptionalLong.of(UtcTime.of(moment.atZone(session.time().zone()).toInstant()));
        } catch (DateTimeException notOne) {
            return OptionalLong.empty();
        }
    }

    private void chooseRegistry() {
        if (settings.isPresent()) {
            useSettings(Optional.empty());
            return;
        }
        FileDialog dialog = new FileDialog(composite.getShell(), SWT.OPEN | SWT.SHEET);
        dialog.setText(TEXTS.get("whatIf.registry.title"));
        String chosen = dialog.open();
        if (chosen != null) {
            readRegistry(Path.of(chosen));
        }
    }

    /** Judges with the settings that a file shows from now on. */
    void readRegistry(Path file) {
        work.ask("registry", cancel -> read(file), read -> useSettings(Optional.of(read)),
                sentence -> result.show(new PageText().line(sentence, Tone.ERROR)));
    }

    private static WeakCryptoSettings read(Path file) throws IOException {
        if (Files.size(file) > WeakCryptoSettings.MAX_BYTES) {
            throw new IOException(TEXTS.get("whatIf.registry.tooLong", "name", String.valueOf(file.getFileName())));
        }
        try {
            return WeakCryptoSettings.read(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        } catch (PolicyFileException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void useSettings(Optional<WeakCryptoSettings> newSettings) {
        settings = newSettings;
        registry.setText(TEXTS.get(settings.isPresent() ? "whatIf.registry.remove" : "whatIf.registry"));
        fillPolicies();
        if (settings.isPresent()) {
            policies.select(1);
        }
        composite.layout(true, true);
        judge();
    }
}
