package org.traceweave.analysis.internal.diagnostics;

/** The commands that capture what a diagnosis wants to see next time. */
final class Capture {

    static final String CAPI2 = "On the machine that refuses: wevtutil sl Microsoft-Windows-CAPI2/Operational /e:true /ms:33554432, repeat the sign-in, "
            + "then wevtutil epl Microsoft-Windows-CAPI2/Operational CAPI2.evtx";
    static final String SYSTEM = "On both machines: wevtutil epl System System.evtx";
    static final String SECURITY = "On the Front End and a domain controller: wevtutil epl Security Security.evtx";
    static final String CLS = "Start-CsClsLogging -Scenario Authentication -Pools <pool>, repeat the sign-in, then Search-CsClsLogging -Pools <pool> "
            + "-OutputFilePath sign-in.txt (without -Uri, which would leave out what fails before SIP)";
    static final String CLIENT = "The client's own trace: %LOCALAPPDATA%\\Microsoft\\Office\\16.0\\Lync\\Tracing\\Lync-UccApi-*.UccApilog";

    private Capture() {
    }
}
