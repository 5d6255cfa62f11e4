package org.traceweave.analysis.internal.diagnostics;

import java.util.List;
import java.util.Locale;

/** The processes that take part in sign-ins: of the servers, of the clients, and those of Windows that do TLS for them. */
final class DeploymentProcess {

    private static final List<String> STARTS = List.of("lsass", "rtc", "w3wp", "lync", "skype", "microsoft.skype", "communicator", "teams", "ms-teams",
            "ucmapi", "outlook", "replicationapp", "masteragent", "clsagent", "filetransferagent", "datacollection", "accessedge", "xmppgw", "svchost");

    private DeploymentProcess() {
    }

    static boolean isOne(String processName) {
        String name = processName.substring(processName.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
        return STARTS.stream().anyMatch(name::startsWith);
    }
}
