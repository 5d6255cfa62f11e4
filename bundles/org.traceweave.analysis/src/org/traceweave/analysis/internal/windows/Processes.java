package org.traceweave.analysis.internal.windows;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which programs take part in sign-ins: a program proves nothing, and yet an installer's certificate troubles are its own. */
final class Processes {

    private static final Set<String> OF_SIGN_INS = Set.of("lsass.exe", "rtcsrv.exe", "rtchost.exe", "w3wp.exe", "lync.exe", "communicator.exe",
            "teams.exe", "ms-teams.exe", "uccapi.exe", "ocsmeet.exe", "lynchtmlconv.exe", "datamcusvc.exe", "avmcusvc.exe", "asmcusvc.exe",
            "immcusvc.exe", "mediationserversvc.exe", "ocsappserverhost.exe", "replicareplicatoragent.exe", "xdsreplica.exe");
    private static final List<String> BEGINNINGS = List.of("microsoft.skyperoom", "skyperoom", "skype", "lync", "microsoft.lync", "meetingroom", "rtc");
    private static final List<String> NEVER = List.of("setup", "msiexec", "install", "update", "wuauclt", "trustedinstaller", "msmpeng", "mpcmdrun",
            "sysmon", "chrome", "firefox", "onedrive", "defender");

    private Processes() {
    }

    static boolean takesPart(Optional<String> process) {
        String name = process.map(text -> text.toLowerCase(Locale.ROOT)).orElse("");
        return OF_SIGN_INS.contains(name) || BEGINNINGS.stream().anyMatch(name::startsWith);
    }

    /** Installers, updates, scanners, browsers. */
    static boolean isUnrelated(Optional<String> process) {
        String name = process.map(text -> text.toLowerCase(Locale.ROOT)).orElse("");
        return !takesPart(process) && NEVER.stream().anyMatch(name::contains);
    }
}
