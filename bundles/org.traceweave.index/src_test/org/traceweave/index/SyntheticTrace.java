package org.traceweave.index;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.traceweave.model.CertificateMark;
import org.traceweave.model.Level;
import org.traceweave.model.RecordContent;
import org.traceweave.model.RecordField;
import org.traceweave.model.RecordKind;
import org.traceweave.model.UtcTime;

/**
 * Endless believable server trace from a seed: SIP messages with the headers and identifiers of a pool, component lines, connection
 * blocks, web lines, in about the proportions of a real capture (mean record 1 KB). One record at a time, {@link #next} makes it.
 */
final class SyntheticTrace implements RecordContent {

    private static final String[] HOSTS = {"FE01", "FE02", "FE03"};
    private static final String[] METHODS = {"NOTIFY", "BENOTIFY", "NOTIFY", "NOTIFY", "BENOTIFY", "SUBSCRIBE", "SERVICE", "REGISTER", "INVITE", "BYE", "MESSAGE", "OPTIONS"};
    private static final String[] AGENTS = {"UCCAPI/16.0.9330.2087 OC/16.0.9330.2087 (Skype for Business)",
        "UCCAPI/15.0.5015.1000 OC/15.0.5015.1000 (Skype for Business)", "CPE/4.0.8.0 OCPhone/4.0.8.0 (Lync Phone Edition)",
        "UCCAPI/16.0.8827.1000 SkypeRoomSystem/3.1.99.0", "iPhoneLync/6.17.0.148 (iOS 11.2)"};
    private static final String[] COMPONENTS = {"SIPStack", "UserServices", "WebInfrastructure", "S4", "InboundRouting", "Lyss"};
    private static final String[] FUNCTIONS = {"CSIPRequest::GetNextHopByRouteHeader:SIPRequest.cpp(2440)",
        "CRecvContext::ProcessCompletion:RecvContext.cpp(412)", "UserServices.CPublishHandler::Dispatch:publishhandler.cpp(190)",
        "CSIPClientConnection::OnSend:clientconn.cpp(1208)", "WebTicketService.Issue:webticket.cs(351)",
        "RoutingEngine.SelectTarget:routing.cs(77)"};
    private static final String[] LINES = {"Exit - processed request for endpoint %s of user %s, state = Established, pending = 0",
        "Routing %s to %s, next hop is the home server of the user", "Connection %s accepted from %s, negotiation continues",
        "Publication of category state for %s by %s merged, version 12, expiry 7200 seconds",
        "Timer %s expired for %s, no subscription is left in the batch"};

    private final Random random;
    private final String[] users;
    private final String[] epids;
    private final StringBuilder out = new StringBuilder();
    private long time = UtcTime.parse("2018-01-14T08:00:00Z");
    private long offset;
    private int length;
    private byte[] text = new byte[0];
    private String host = "";
    private String component = "";
    private Level level = Level.INFO;
    private long process;
    private long thread;
    private RecordKind kind = RecordKind.TRACE;
    private int marks;
    private int fieldCount;
    private final RecordField[] fields = new RecordField[20];
    private final @Nullable String[] words = new String[20];
    private final long[] numbers = new long[20];
    private int sequence;
    private final @Nullable Dialog[] dialogs = new Dialog[400];

    SyntheticTrace(long seed) {
        random = new Random(seed);
        users = new String[15_000];
        epids = new String[users.length];
        for (int i = 0; i < users.length; i++) {
            users[i] = "user" + i + (i % 3 == 0 ? ".lastname" : "") + "@contoso.com";
            epids[i] = hex(10);
        }
    }

    /** Makes the next record. */
    SyntheticTrace next() {
        offset += length;
        time += (long) (-Math.log(1 - random.nextDouble()) * 2_000_000) / 1_000_000 * 1_000_000;
        fieldCount = 0;
        marks = 0;
        level = Level.INFO;
        host = HOSTS[random.nextInt(HOSTS.length)];
        process = 0x0F98 + host.charAt(3) * 16L;
        thread = 0x1000 + random.nextInt(40) * 4L;
        out.setLength(0);
        int dice = random.nextInt(100);
        if (dice < 38) {
            sip();
        } else if (dice < 42) {
            connection();
        } else {
            line();
        }
        out.append("\r\n");
        text = out.toString().getBytes(StandardCharsets.UTF_8);
        length = text.length;
        return this;
    }

    private void prefix(String flag) {
        String stamp = UtcTime.format(time);
        out.append(level == Level.INFO ? "TL_INFO(" : "TL_ERROR(").append(flag).append(") [POOL01\\").append(host).append(']')
                .append(String.format(Locale.ROOT, "%04X.%04X", process, thread)).append("::").append(stamp, 5, 7).append('/').append(stamp, 8, 10)
                .append('/').append(stamp, 0, 4).append('-').append(stamp, 11, 23).append('.').append(String.format(Locale.ROOT, "%08X", sequence++));
    }

    private void sip() {
        kind = RecordKind.SIP;
        component = "SIPStack";
        Dialog dialog = dialogs[random.nextInt(dialogs.length)];
        if (dialog == null || dialog.left-- == 0) {
            dialog = new Dialog();
            dialogs[random.nextInt(dialogs.length)] = dialog;
        }
        String method = dialog.method;
        boolean register = method.equals("REGISTER");
        boolean response = dialog.left % 4 < 2;
        boolean in = dialog.left % 2 == 0;
        boolean challenge = register && response && dialog.cseq < 3;
        if (dialog.left % 4 == 0) {
            dialog.nextRequest();
        }
        prefix("TF_PROTOCOL");
        out.append(" (SIPStack,SIPAdminLog::ProtocolRecord::Flush:ProtocolRecord.cpp(265)) [").append(dialog.correlation).append("] $$begin_record\r\n");
        out.append("Trace-Correlation-Id: ").append(dialog.correlation).append("\r\nInstance-Id: ").append(hex(8).toUpperCase(Locale.ROOT)).append("\r\n");
        out.append("Direction: ").append(in ? "incoming" : "outgoing").append(";source=\"local\";destination=\"internal edge\"\r\nPeer: ").append(dialog.peer)
                .append("\r\nMessage-Type: ").append(response ? "response" : "request").append("\r\nStart-Line: ");
        if (response) {
            out.append(challenge ? "SIP/2.0 401 Unauthorized" : "SIP/2.0 200 OK");
            number(RecordField.STATUS, challenge ? 401 : 200);
        } else {
            out.append(method).append(" sip:").append(register ? "contoso.com" : dialog.to).append(" SIP/2.0");
            word(RecordField.METHOD, method);
        }
        out.append("\r\nFrom: <sip:").append(dialog.from).append(">;tag=").append(dialog.fromTag).append(";epid=").append(dialog.epid)
                .append("\r\nTo: <sip:").append(dialog.to).append(">;tag=").append(dialog.toTag).append("\r\nCall-ID: ").append(dialog.call)
                .append("\r\nCSeq: ").append(dialog.cseq).append(' ').append(method).append("\r\nVia: SIP/2.0/TLS ").append(dialog.peer)
                .append(";branch=").append(dialog.branch)
                .append(";branched=FALSE;ms-received-port=").append(dialog.peer, dialog.peer.indexOf(':') + 1, dialog.peer.length()).append(";ms-received-cid=")
                .append(dialog.connection).append("\r\nMax-Forwards: 69\r\n");
        if (!response) {
            out.append("Contact: <sip:").append(dialog.from).append(";opaque=user:epid:").append(dialog.endpoint).append("AA;gruu>\r\nUser-Agent: ")
                    .append(dialog.agent).append("\r\nSupported: gruu-10, adhoclist, msrtc-event-categories, ms-forking\r\n");
            word(RecordField.DEVICE, dialog.agent);
        } else {
            out.append("Server: RTC/6.0\r\n");
        }
        word(RecordField.USER, dialog.from);
        word(RecordField.FROM, dialog.from);
        word(RecordField.TO, dialog.to);
        word(RecordField.CALL_ID, dialog.call);
        word(RecordField.CSEQ, dialog.cseq + " " + method);
        word(RecordField.DIRECTION, in ? "in" : "out");
        word(RecordField.PEER, dialog.peer);
        if (register) {
            out.append("WWW-Authenticate: TLS-DSK realm=\"SIP Communications Service\", targetname=\"fe01.contoso.local\", version=4");
            if (challenge || !response) {
                out.append(", gssapi-data=\"").append(base64(1200 + random.nextInt(4000))).append("\", opaque=\"").append(hex(8).toUpperCase(Locale.ROOT)).append('"');
                marks = 1 << CertificateMark.TLS.ordinal();
            }
        }
        out.append("Authentication-Info: TLS-DSK qop=\"auth\", opaque=\"").append(dialog.connection).append("\", srand=\"").append(hex(8).toUpperCase(Locale.ROOT))
                .append("\", snum=\"").append(dialog.cseq).append("\", rspauth=\"").append(hex(40)).append("\"\r\n");
        if (method.endsWith("NOTIFY") && !response) {
            body(dialog);
            return;
        }
        out.append("Content-Length: 0\r\nMessage-Body: -\r\n$$end_record");
    }

    private void body(Dialog dialog) {
        out.append("Event: presence\r\nContent-Type: application/msrtc-event-categories+xml\r\nsubscription-state: active;expires=25200\r\n"
                + "Message-Body: <categories xmlns=\"http://schemas.microsoft.com/2006/09/sip/categories\" uri=\"sip:").append(dialog.to)
                .append("\">");
        for (int i = 0; i < dialog.parts; i++) {
            out.append("<category name=\"state\" instance=\"").append(dialog.instance + i).append("\" publishTime=\"")
                    .append(UtcTime.format(time - i * 1_000_000_000L), 0, 23).append("\" container=\"").append(i * 100)
                    .append("\" version=\"").append(random.nextInt(400))
                    .append("\" expireType=\"user\"><state xsi:type=\"aggregateState\" lastActive=\"2018-01-14T07:13:00\" "
                            + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns=\"http://schemas.microsoft.com/2006/09/sip/state\">"
                            + "<availability>").append(random.nextBoolean() ? 3500 : 15500).append("</availability><endpointId>")
                    .append(dialog.endpointId).append("</endpointId></state></category>");
        }
        out.append("</categories>\r\n$$end_record");
    }

    /** Messages that share a Call-ID, as they do in a capture: each request and answer is logged when it comes in and when it goes out. */
    private final class Dialog {

        private final int user = random.nextInt(users.length);
        private final String from = users[user];
        private final String method = METHODS[random.nextInt(METHODS.length)];
        private final String to = method.equals("REGISTER") ? from : users[random.nextInt(users.length)];
        private final String epid = epids[user];
        private final String endpoint = base64(22).replace('+', '-').replace('/', '_');
        private final String endpointId = guid();
        private final String agent = AGENTS[user % AGENTS.length];
        private final String peer = "10.0." + random.nextInt(16) + "." + random.nextInt(256) + ":" + (49152 + random.nextInt(16000));
        private final String call = hex(32);
        private final String fromTag = hex(10);
        private final String toTag = hex(32).toUpperCase(Locale.ROOT);
        private final String connection = hex(6).toUpperCase(Locale.ROOT);
        private final int instance = random.nextInt(1 << 30);
        private final int parts = 10 + random.nextInt(24);
        private int correlation = random.nextInt(1 << 30);
        private String branch = branch();
        private int cseq = 1;
        private int left = 4 + 4 * random.nextInt(5);

        private void nextRequest() {
            cseq++;
            correlation = random.nextInt(1 << 30);
            branch = branch();
        }

        private String branch() {
            return "z9hG4bK" + hex(16).toUpperCase(Locale.ROOT) + "." + hex(8).toUpperCase(Locale.ROOT);
        }
    }

    private void connection() {
        kind = RecordKind.CONNECTION;
        component = "SIPStack";
        boolean bad = random.nextInt(10) == 0;
        level = bad ? Level.ERROR : Level.INFO;
        String peer = "10.0." + random.nextInt(16) + "." + random.nextInt(256) + ":" + (49152 + random.nextInt(16000));
        prefix("TF_CONNECTION");
        out.append(" (SIPStack,SIPAdminLog::WriteConnectionEvent:SIPAdminLog.cpp(454)) [").append(random.nextInt(1 << 30)).append("] $$begin_record\r\nSeverity: ")
                .append(bad ? "error\r\nText: The connection was closed before TLS negotiation completed. Did the remote peer accept our certificate?"
                        : "information\r\nText: Connection established")
                .append("\r\nLocal-IP: 10.0.0.1:5061\r\nPeer-IP: ").append(peer).append("\r\nConnection-ID: 0x").append(hex(6).toUpperCase(Locale.ROOT))
                .append("\r\nTransport: TLS\r\n").append(bad ? "Result-Code: 0x80072746 WSAECONNRESET\r\n" : "").append("$$end_record");
        word(RecordField.PEER, peer);
        if (bad) {
            word(RecordField.HRESULT, "0x80072746");
        }
    }

    private void line() {
        kind = RecordKind.TRACE;
        int function = random.nextInt(FUNCTIONS.length);
        component = COMPONENTS[function];
        prefix("TF_COMPONENT");
        String user = users[random.nextInt(users.length)];
        out.append(" (").append(component).append(',').append(FUNCTIONS[function]).append(") [").append(random.nextInt(1 << 30)).append("] ( 00000000")
                .append(hex(8).toUpperCase(Locale.ROOT)).append(" ) ").append(String.format(Locale.ROOT, LINES[random.nextInt(LINES.length)], hex(6), user));
    }

    private void word(RecordField field, String value) {
        fields[fieldCount] = field;
        words[fieldCount++] = value;
    }

    private void number(RecordField field, long value) {
        fields[fieldCount] = field;
        numbers[fieldCount++] = value;
    }

    private String hex(int digits) {
        char[] chars = new char[digits];
        for (int i = 0; i < digits; i++) {
            chars[i] = "0123456789abcdef".charAt(random.nextInt(16));
        }
        return new String(chars);
    }

    private String guid() {
        return hex(8) + "-" + hex(4) + "-" + hex(4) + "-" + hex(4) + "-" + hex(12);
    }

    private String base64(int count) {
        char[] chars = new char[count];
        for (int i = 0; i < count; i++) {
            chars[i] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".charAt(random.nextInt(64));
        }
        return new String(chars);
    }

    @Override public long time() {
        return time;
    }

    @Override public long offset() {
        return offset;
    }

    @Override public int length() {
        return length;
    }

    @Override public @Nullable String host() {
        return host;
    }

    @Override public @Nullable String component() {
        return component;
    }

    @Override public @Nullable Level level() {
        return level;
    }

    @Override public long process() {
        return process;
    }

    @Override public long thread() {
        return thread;
    }

    @Override public RecordKind kind() {
        return kind;
    }

    @Override public byte[] text() {
        return text;
    }

    @Override public int textStart() {
        return 0;
    }

    @Override public int textLength() {
        return text.length;
    }

    @Override public int fieldCount() {
        return fieldCount;
    }

    @Override public RecordField field(int index) {
        return fields[index];
    }

    @Override public String keyword(int index) {
        return java.util.Objects.requireNonNull(words[index]);
    }

    @Override public long number(int index) {
        return numbers[index];
    }

    @Override public int certificateMarks() {
        return marks;
    }
}
