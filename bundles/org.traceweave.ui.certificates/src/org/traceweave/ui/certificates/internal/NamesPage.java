package org.traceweave.ui.certificates.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.traceweave.analysis.CertificateSightings.AskedName;
import org.traceweave.certificates.HostMatch;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateExtension;
import org.traceweave.ui.PageText;
import org.traceweave.ui.PageText.Tone;
import org.traceweave.ui.Texts;
import org.traceweave.ui.certificates.internal.words.Explanations;

/** Writes whom a certificate names and what it may be used for: the names asked of it in the case first, each held against those it has. */
final class NamesPage {

    private static final Texts TEXTS = new Texts(NamesPage.class);
    private static final String TEMPLATE_NAME = "1.3.6.1.4.1.311.20.2";
    private static final String TEMPLATE = "1.3.6.1.4.1.311.21.7";
    private static final String CA_VERSION = "1.3.6.1.4.1.311.21.1";
    private static final String SECURITY_ID = "1.3.6.1.4.1.311.25.2";

    private final Certificate facts;
    private final List<AskedName> asked;
    private final PageText page = new PageText();

    NamesPage(Dossier dossier) {
        facts = dossier.facts();
        asked = dossier.sightings().asked();
    }

    PageText write() {
        asked();
        alternativeNames();
        name("names.subject", facts.subject());
        name("names.issuer", facts.issuer());
        use();
        microsoft();
        return page;
    }

    private void asked() {
        page.heading(TEXTS.get("names.asked"));
        if (asked.isEmpty()) {
            page.line(TEXTS.get("names.asked.none"), Tone.MUTED);
        }
        for (AskedName name : asked) {
            HostMatch match = HostMatch.of(facts, name.name());
            page.styled("\u25CF ", match.kind() == HostMatch.Kind.NONE ? Tone.ERROR : match.kind() == HostMatch.Kind.COMMON_NAME ? Tone.WARNING
                    : Tone.GOOD);
            page.link(name.name(), new CertificateLink.ToEvidence(name.evidence()));
            page.styled("  " + TEXTS.get("names.match." + match.kind().name(), "name", match.name().orElse("")), match.covers() ? Tone.TEXT
                    : Tone.ERROR).line();
            page.line("    " + TEXTS.get("names.asker." + name.asker().name(), "who", name.who().isBlank() ? TEXTS.get("names.somebody")
                    : name.who()), Tone.MUTED);
        }
    }

    private void alternativeNames() {
        page.heading(TEXTS.get("names.alternative", "count", facts.subjectAltNames().size()));
        Optional<String> undecoded = CertificateWords.undecoded(facts, "subjectAltName");
        if (undecoded.isPresent()) {
            page.line(undecoded.get(), Tone.WARNING);
        } else if (facts.subjectAltNames().isEmpty()) {
            page.line(TEXTS.get("names.alternative.none"), Tone.MUTED);
        }
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String kind : List.of("DNS", "IP", "UPN", "URI", "email")) {
            groups.put(kind, new ArrayList<>());
        }
        for (String name : facts.subjectAltNames()) {
            int colon = name.indexOf(':');
            groups.computeIfAbsent(colon < 0 ? "" : name.substring(0, colon), absent -> new ArrayList<>()).add(name.substring(colon + 1));
        }
        groups.forEach((kind, names) -> {
            for (int i = 0; i < names.size(); i++) {
                page.beginFact(i > 0 ? "" : group(kind));
                boolean wanted = isAsked(names.get(i));
                page.styled(names.get(i), wanted ? Tone.STRONG : Tone.TEXT);
                if (wanted) {
                    page.styled("  " + TEXTS.get("names.wanted"), Tone.GOOD);
                }
                page.line();
            }
        });
    }

    private static String group(String kind) {
        return TEXTS.has("names.kind." + kind) ? TEXTS.get("names.kind." + kind) : kind;
    }

    private boolean isAsked(String name) {
        return asked.stream().anyMatch(each -> HostMatch.of(facts, each.name()).name().filter(name::equalsIgnoreCase).isPresent());
    }

    private void name(String title, Optional<String> name) {
        page.heading(TEXTS.get(title));
        if (name.filter(each -> !each.isBlank()).isEmpty()) {
            page.line(TEXTS.get("names.empty"), Tone.MUTED);
            return;
        }
        StringBuilder domain = new StringBuilder();
        for (String part : name.get().split("(?<!\\\\),")) {
            int equals = part.indexOf('=');
            String type = equals < 0 ? "" : part.substring(0, equals).strip();
            if (type.equals("DC")) {
                domain.append(domain.isEmpty() ? "" : ".").append(part.substring(equals + 1));
            } else {
                page.fact(TEXTS.has("names.part." + type) ? TEXTS.get("names.part." + type) : type, part.substring(equals + 1));
            }
        }
        page.fact(TEXTS.get("names.part.DC"), domain.toString());
    }

    private void use() {
        page.heading(TEXTS.get("names.use"));
        uses(TEXTS.get("names.may"), facts.extendedKeyUsage().stream().map(Explanations::extendedUsage).toList(), TEXTS.get("names.any"));
        uses(TEXTS.get("names.keyMay"), facts.keyUsage().stream().map(Explanations::usage).toList(), TEXTS.get("names.keyAny"));
        String length = facts.pathLength().isPresent() ? TEXTS.get("names.below", "count", facts.pathLength().getAsInt()) : "";
        page.fact(TEXTS.get("names.issues"), TEXTS.get(facts.isCa().orElse(false) ? "names.issues.yes" : "names.issues.no") + length);
    }

    private void uses(String title, List<String> uses, String none) {
        if (uses.isEmpty()) {
            page.fact(title, none, Tone.MUTED);
        }
        for (int i = 0; i < uses.size(); i++) {
            page.beginFact(i > 0 ? "" : title).styled(uses.get(i), Tone.TEXT).line();
        }
    }

    private void microsoft() {
        List<CertificateExtension> told = facts.extensions().stream()
                .filter(each -> List.of(TEMPLATE_NAME, TEMPLATE, CA_VERSION, SECURITY_ID).contains(each.oid())).toList();
        if (!told.isEmpty()) {
            page.heading(TEXTS.get("names.microsoft"));
            for (CertificateExtension extension : told) {
                String title = switch (extension.oid()) {
                    case CA_VERSION -> "names.caVersion";
                    case SECURITY_ID -> "names.sid";
                    default -> "names.template";
                };
                page.fact(TEXTS.get(title), extension.text().replaceFirst("^template ", ""));
            }
        }
    }
}
