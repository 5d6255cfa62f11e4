package org.traceweave.app.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

class WiringTest {

    private static final String OURS = "org.traceweave.";

    private static List<Bundle> ourBundles() {
        return Arrays.stream(FrameworkUtil.getBundle(WiringTest.class).getBundleContext().getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith(OURS)).toList();
    }

    @Test
    void everyBundleOfTheProductIsThere() {
        Set<String> names = ourBundles().stream().map(bundle -> bundle.getSymbolicName().substring(OURS.length())).collect(Collectors.toSet());
        assertTrue(names.containsAll(Set.of("model", "json", "certificates", "readers", "readers.sip", "readers.windows", "index", "cases",
                "analysis", "samples", "charts", "cli", "ui", "ui.timeline", "ui.certificates", "app")), names::toString);
    }

    @Test
    void everyBundleOfTheProductResolves() {
        List<String> unresolved = ourBundles().stream().filter(bundle -> bundle.getState() == Bundle.INSTALLED).map(Bundle::getSymbolicName).toList();
        assertEquals(List.of(), unresolved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.traceweave.app.cli", "org.traceweave.app.workbench"})
    void anApplicationIsRegisteredAndItsClassCanBeMade(String application) throws Exception {
        IExtension extension = Platform.getExtensionRegistry().getExtension("org.eclipse.core.runtime.applications", application);
        assertNotNull(extension, application);
        IConfigurationElement run = extension.getConfigurationElements()[0].getChildren("run")[0];
        assertNotNull(run.createExecutableExtension("class"));
    }

    @Test
    void theProductIsBranded() {
        IExtension product = Platform.getExtensionRegistry().getExtension("org.eclipse.core.runtime.products", "org.traceweave.app.product");
        assertEquals("Traceweave", product.getConfigurationElements()[0].getAttribute("name"));
    }
}
