package org.traceweave.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The design's table of layers is law. */
class LayersTest {

    private final Layers layers = new Layers();

    @Test
    void everyBundleHasARowAndClassesToLookAt() {
        List<String> rowless = Product.bundles().map(bundle -> bundle.getFileName().toString().substring(Layers.OURS.length()))
                .filter(name -> !layers.names().contains(name)).toList();
        assertEquals(List.of(), rowless, "bundles that the table does not name");
        Set<String> seen = Product.CLASSES.stream().map(each -> layers.of(each.getName())).flatMap(Optional::stream).map(Layers.Layer::name).collect(Collectors.toSet());
        List<String> unseen = Product.bundles().map(bundle -> bundle.getFileName().toString().substring(Layers.OURS.length())).filter(name -> !seen.contains(name)).toList();
        assertEquals(List.of(), unseen, "bundles of which no class was found");
    }

    @Test
    void aBundleUsesOnlyWhatItsRowNames() {
        Set<String> offences = new TreeSet<>();
        for (JavaClass each : Product.CLASSES) {
            Layers.Layer own = layers.of(each.getName()).orElseThrow(() -> new AssertionError(each.getName() + " stands in no bundle's package"));
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getBaseComponentType().getName();
                if (target.contains(".") && !allowed(own, target)) {
                    offences.add(each.getName() + " uses " + target);
                }
            }
        }
        assertTrue(offences.isEmpty(), () -> String.join("\n", offences));
    }

    @Test
    void whatIsInternalIsUsedByItsOwnBundleOnly() {
        List<String> offences = new ArrayList<>();
        for (JavaClass each : Product.CLASSES) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getBaseComponentType().getName();
                if (target.startsWith(Layers.OURS) && target.contains(".internal.") && !layers.of(target).equals(layers.of(each.getName()))) {
                    offences.add(each.getName() + " uses " + target);
                }
            }
        }
        assertEquals(List.of(), offences);
    }

    private boolean allowed(Layers.Layer own, String target) {
        if (target.startsWith(Layers.OURS)) {
            return layers.of(target).map(layer -> layer.equals(own) || own.bundles().contains(layer.name())).orElse(false);
        }
        return own.libraries().stream().anyMatch(target::startsWith);
    }
}
