package org.traceweave.samples.internal.story;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.traceweave.samples.SampleTruth.ListedVersion;
import org.traceweave.samples.SeededRandom;

/**
 * What somebody who looked after the pool's Front Ends took along of what is installed on them: the output of {@code Get-CsServerPatchVersion},
 * redirected into a file of one server's; and {@code Get-WmiObject Win32_Product | Export-Csv} of several servers, with what else is installed.
 */
final class VersionListings {

    private static final String SERVER = "Skype for Business Server 2015";
    private static final String RELEASED = "6.0.9319.0";
    private static final int NAME_WIDTH = 60;

    private final Scene scene;

    /** A product as the Windows Installer knows it. */
    private record Product(String name, String version, String vendor) {

        Product(String name, String version) {
            this(name, version, "Microsoft Corporation");
        }
    }

    VersionListings(Scene scene) {
        this.scene = scene;
    }

    /** @param update the cumulative update's version, of those components that it touched */
    VersionListings patchVersions(Host host, String update) {
        String source = "Versions/Get-CsServerPatchVersion-" + host.name + ".txt";
        StringBuilder text = new StringBuilder("\r\n" + padded("ComponentName") + "Version\r\n" + padded("-------------") + "-------\r\n");
        for (Product product : components(update)) {
            text.append(padded(product.name())).append(product.version()).append("\r\n");
            tell(host, product, source);
        }
        // PowerShell's redirection writes UTF-16 with a mark
        scene.file(source, ("\uFEFF" + text + "\r\n\r\n").getBytes(StandardCharsets.UTF_16LE));
        return this;
    }

    /** All in one file, and all with the same update. */
    VersionListings installedProducts(List<Host> hosts, String update) {
        String source = "Versions/Win32_Product.csv";
        StringBuilder text = new StringBuilder("#TYPE System.Management.ManagementObject#root\\cimv2\\Win32_Product\r\n"
                + "\"PSComputerName\",\"Name\",\"Version\",\"InstallState\",\"__CLASS\",\"__RELPATH\",\"__SERVER\",\"Caption\",\"IdentifyingNumber\",\"InstallDate\","
                + "\"Language\",\"Vendor\"\r\n");
        for (Host host : hosts) {
            for (Product product : components(update)) {
                row(text, host, product, scene.random);
                tell(host, product, source);
            }
            for (Product product : others()) {
                row(text, host, product, scene.random);
            }
        }
        scene.file(source, text.toString().getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    private void tell(Host host, Product product, String source) {
        scene.day.truth.listed(new ListedVersion(host.name, product.name(), product.version(), source));
    }

    private static void row(StringBuilder text, Host host, Product product, SeededRandom random) {
        String guid = random.guid();
        String path = "Win32_Product.IdentifyingNumber=\"" + guid + "\",Name=\"" + product.name() + "\",Version=\"" + product.version() + "\"";
        List<String> cells = List.of(host.name, product.name(), product.version(), "5", "Win32_Product", path, host.name, product.name(), guid, "20180914", "1033",
                product.vendor());
        text.append(String.join(",", cells.stream().map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"").toList())).append("\r\n");
    }

    private static List<Product> components(String update) {
        return List.of(new Product(SERVER + ", Core Components", update), new Product(SERVER + ", Front End Server", update),
                new Product(SERVER + ", Web Components Server", update), new Product(SERVER + ", Administrative Tools", RELEASED));
    }

    private static List<Product> others() {
        return List.of(new Product("Microsoft SQL Server 2014 Management Objects  (x64)", "12.0.2000.8"), new Product("Microsoft Windows Fabric", "2.0.1120.16"),
                new Product("Microsoft Visual C++ 2013 x64 Minimum Runtime - 12.0.21005", "12.0.21005"),
                new Product("Backup Agent, 64-bit", "8.7.1", "Northwind Traders, Inc."));
    }

    private static String padded(String text) {
        return text + " ".repeat(Math.max(1, NAME_WIDTH - text.length()));
    }
}
