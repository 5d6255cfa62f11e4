package org.traceweave.analysis.internal.certificates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.traceweave.certificates.LintContext.WindowsOpinion;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.ChainElement;

/** What the Windows machines of a case said of each certificate in the chains they built, by thumbprint. */
final class WindowsOpinions {

    private final Map<String, Set<WindowsOpinion>> byThumbprint = new HashMap<>();

    WindowsOpinions(List<ChainBuild> chains) {
        for (ChainBuild chain : chains) {
            String machine = chain.host().orElse("a Windows machine");
            for (ChainElement element : chain.elements()) {
                element.thumbprint().ifPresent(sha1 -> element.trustErrors()
                        .forEach(error -> byThumbprint.computeIfAbsent(sha1, absent -> new LinkedHashSet<>()).add(new WindowsOpinion(machine, error))));
            }
        }
    }

    List<WindowsOpinion> of(String sha1) {
        return new ArrayList<>(byThumbprint.getOrDefault(sha1, Set.of()));
    }
}
