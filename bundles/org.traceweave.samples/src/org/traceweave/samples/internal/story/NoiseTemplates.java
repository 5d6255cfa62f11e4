package org.traceweave.samples.internal.story;

import java.util.List;

/** The wording of a pool's everyday traffic: presence, conversations, component chatter. None of it is a REGISTER. */
final class NoiseTemplates {

    private static final String REQUEST = """
            ${method} sip:${user} SIP/2.0
            Via: SIP/2.0/TLS ${client_ip}:${client_port}
            Max-Forwards: 70
            From: <sip:${user}>;tag=${tag};epid=${epid}
            To: <sip:${peer_user}>
            Call-ID: ${call_id}
            CSeq: ${cseq} ${method}
            User-Agent: ${device}
            Proxy-Authorization: TLS-DSK qop="auth", realm="SIP Communications Service", opaque="${opaque}", targetname="${host}", \
            crand="${branch}", cnum="${cseq}", response="${signature}"
            """;
    private static final String ANSWER = """
            From: <sip:${user}>;tag=${tag};epid=${epid}
            To: <sip:${peer_user}>;tag=${peer_tag}
            Call-ID: ${call_id}
            CSeq: ${cseq} ${method}
            Via: SIP/2.0/TLS ${client_ip}:${client_port};received=${client_ip};ms-received-port=${client_port};ms-received-cid=${small}00
            Authentication-Info: TLS-DSK qop="auth", opaque="${opaque}", srand="${branch}", snum="${cseq}", rspauth="${signature}", \
            targetname="${host}", realm="SIP Communications Service", version=4
            Server: RTC/6.0
            """;
    private static final String TO_CLIENT = """
            ${method} sip:${client_ip}:${client_port};transport=tls;ms-opaque=${epid} SIP/2.0
            Via: SIP/2.0/TLS ${host_ip}:5061;branch=z9hG4bK${branch}.${handle};branched=FALSE
            Authentication-Info: TLS-DSK qop="auth", opaque="${opaque}", srand="${branch}", snum="${cseq}", rspauth="${signature}", \
            targetname="${host}", realm="SIP Communications Service", version=4
            Max-Forwards: 70
            To: <sip:${user}>;tag=${tag};epid=${epid}
            From: <sip:${user}>;tag=${peer_tag}
            Call-ID: ${call_id}
            CSeq: ${cseq} ${method}
            """;
    private static final String BODY = "Content-Length: ${length}\n\n";

    static final Template SUBSCRIBE = Template.of(REQUEST + """
            Event: presence
            Accept: application/msrtc-event-categories+xml, application/xpidf+xml, text/xml+msrtc.pidf, application/pidf+xml, \
            application/rlmi+xml, multipart/related
            Supported: com.microsoft.autoextend
            Supported: ms-benotify
            Proxy-Require: ms-benotify
            Supported: ms-piggyback-first-notify
            Require: adhoclist, categoryList
            Supported: eventlist
            Contact: <sip:${user};opaque=user:epid:${opaque};gruu>
            Content-Type: application/msrtc-adrl-categorylist+xml
            """ + BODY);
    static final Template SUBSCRIBE_BODY = Template.of("""
            <batchSub xmlns="http://schemas.microsoft.com/2006/01/sip/batch-subscribe" uri="sip:${user}" name=""><action name="subscribe" \
            id="${small}"><adhocList><resource uri="sip:${peer_user}"/></adhocList><categoryList \
            xmlns="http://schemas.microsoft.com/2006/09/sip/categorylist"><category name="services"/><category name="state"/><category \
            name="calendarData"/><category name="contactCard"/><category name="note"/></categoryList></action></batchSub>
            """);
    static final Template SUBSCRIBE_OK = Template.of("SIP/2.0 200 OK\nExpires: 28800\n" + ANSWER + """
            Contact: <sip:${host}:5061;transport=tls>
            Event: presence
            subscription-state: active;expires=28800
            ms-piggyback-cseq: 1
            Supported: ms-benotify, ms-piggyback-first-notify
            Content-Type: application/msrtc-event-categories+xml
            """ + BODY);
    static final Template BENOTIFY = Template.of(TO_CLIENT + """
            Require: eventlist
            Event: presence
            subscription-state: active;expires=28200
            Supported: ms-dialog-route-set-update
            Content-Type: application/msrtc-event-categories+xml
            """ + BODY);
    static final Template CATEGORIES_START = Template.of("""
            <?xml version="1.0" encoding="utf-8"?><categories xmlns="http://schemas.microsoft.com/2006/09/sip/categories" uri="sip:${peer_user}">""");
    static final Template CATEGORY_STATE = Template.of("""
            <category name="state" instance="1" publishTime="${instant}" version="${version}" expireType="user"><state \
            xsi:type="aggregateState" lastActive="${instant}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xmlns="http://schemas.microsoft.com/2006/09/sip/state"><availability>${availability}</availability><delimiter \
            xmlns="http://schemas.microsoft.com/2006/09/sip/commontypes"/><timeZoneBias>300</timeZoneBias><timeZoneName>Central Daylight \
            Time</timeZoneName><timeZoneAbbreviation>Central Daylight Time</timeZoneAbbreviation><device>computer</device><end \
            xmlns="http://schemas.microsoft.com/2006/09/sip/commontypes"/></state></category>""");
    static final Template CATEGORY_SERVICES = Template.of("""
            <category name="services" instance="0" publishTime="${instant}" version="${version}"><services \
            xmlns="http://schemas.microsoft.com/2006/09/sip/service"><service uri="sip:${peer_user}"><capabilities><text render="true" \
            capture="true" deviceAvailability="${availability}"/><gifInk render="true" capture="false" \
            deviceAvailability="${availability}"/><isfInk render="true" capture="false" deviceAvailability="${availability}"/>\
            <applicationSharing render="true" capture="true" deviceAvailability="${availability}"/><voice render="true" capture="true" \
            deviceAvailability="${availability}"/><video render="true" capture="true" deviceAvailability="${availability}"/>\
            <contentPowerPoint render="true" capture="true" deviceAvailability="${availability}"/></capabilities></service></services>\
            </category>""");
    static final Template CATEGORY_CONTACT = Template.of("""
            <category name="contactCard" instance="0" publishTime="${instant}" version="${version}"><contactCard \
            xmlns="http://schemas.microsoft.com/2006/09/sip/contactcard"><identity><name><displayName>${name}</displayName></name><email>\
            ${peer_user}</email></identity><company>Contoso Ltd</company><department>Operations</department><office>Building \
            4/${small}</office><phone type="work"><uri>tel:+1555010${version}</uri><displayString>+1 (555) 010-${version}</displayString>\
            </phone></contactCard></category>""");
    static final Template CATEGORIES_END = Template.of("</categories>\n");

    static final Template SERVICE = Template.of(REQUEST + """
            Contact: <sip:${user};opaque=user:epid:${opaque};gruu>
            Content-Type: application/msrtc-category-publish+xml
            """ + BODY);
    static final Template SERVICE_BODY = Template.of("""
            <publish xmlns="http://schemas.microsoft.com/2006/09/sip/rich-presence"><publications uri="sip:${user}"><publication \
            categoryName="device" instance="${version}" container="2" version="0" expireType="endpoint"><device \
            xmlns="http://schemas.microsoft.com/2006/09/sip/device" endpointId="${guid}"><capabilities preferred="false" uri="sip:${user}">\
            <text capture="true" render="true" publish="false"/><gifInk capture="false" render="true" publish="false"/><voice \
            capture="true" render="true" publish="false" version="*"/><video capture="true" render="true" publish="false"/></capabilities>\
            <timezone>${instant}-05:00</timezone><machineName>WS-${small}</machineName></device></publication><publication \
            categoryName="state" instance="${version}" container="3" version="0" expireType="endpoint"><state \
            xmlns="http://schemas.microsoft.com/2006/09/sip/state" manual="false" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:type="machineState"><availability>${availability}</availability><endpointLocation/></state></publication></publications></publish>
            """);
    static final Template SERVICE_OK = Template.of("SIP/2.0 200 OK\n" + ANSWER + """
            Content-Type: application/vnd-microsoft-roaming-self+xml
            """ + BODY);
    static final Template SERVICE_OK_BODY = Template.of("""
            <roamingData xmlns="http://schemas.microsoft.com/2006/09/sip/roaming-self" \
            xmlns:cat="http://schemas.microsoft.com/2006/09/sip/categories"><cat:categories \
            xmlns="http://schemas.microsoft.com/2006/09/sip/categories" uri="sip:${user}"><category name="state" instance="${version}" \
            publishTime="${instant}" container="3" version="${small}" expireType="endpoint" endpointId="${guid}"/><category name="device" \
            instance="${version}" publishTime="${instant}" container="2" version="${small}" expireType="endpoint" endpointId="${guid}"/>\
            </cat:categories></roamingData>
            """);
    static final Template INVITE = Template.of(REQUEST + """
            Contact: <sip:${user};opaque=user:epid:${opaque};gruu>
            Ms-Conversation-ID: ${conversation}
            Supported: ms-delayed-accept
            Supported: ms-sender, histinfo, ms-safe-transfer, gruu-10, ms-early-media, timer
            Roster-Manager: sip:${user}
            EndPoints: <sip:${user}>, <sip:${peer_user}>
            ms-keep-alive: UAC;hop-hop=yes
            Allow: INVITE, BYE, ACK, CANCEL, INFO, MESSAGE, UPDATE, REFER, NOTIFY, BENOTIFY, OPTIONS
            Content-Type: application/sdp
            """ + BODY);
    static final Template SDP = Template.of("""
            v=0
            o=- 0 0 IN IP4 ${client_ip}
            s=session
            c=IN IP4 ${client_ip}
            t=0 0
            m=message 5060 sip null
            a=accept-types:text/plain multipart/alternative image/gif text/rtf text/html application/x-ms-ink application/ms-imdn+xml \
            text/x-msmsgsinvite
            """);
    static final Template TRYING = Template.of("SIP/2.0 100 Trying\n" + ANSWER + "Content-Length: 0\n\n");
    static final Template OK = Template.of("SIP/2.0 200 OK\n" + ANSWER + """
            Contact: <sip:${peer_user};opaque=user:epid:${handle};gruu>
            ms-diagnostics: 13004;reason="Request was proxied to one or more registered endpoints";source="${host}";appName="InboundRouting"
            """ + "Content-Length: 0\n\n");
    static final Template MESSAGE = Template.of(REQUEST + """
            Ms-Conversation-ID: ${conversation}
            Content-Type: text/plain; charset=UTF-8;msgr=WAAtAE0ATQBTAC0ASQBNAC0ARgBvAHIAbQBhAHQAOgAgAEYATgA9AFMAZQBnAG8AZQAlADIAMABVAEkA
            """ + BODY);
    static final Template MESSAGE_BODY = Template.of("Shall we meet in room ${small} at half past?\n");
    static final Template INFO = Template.of(REQUEST + "Content-Type: application/xml\n" + BODY);
    static final Template INFO_BODY = Template.of("""
            <?xml version="1.0"?><KeyboardActivity><status status="type" /></KeyboardActivity>
            """);
    static final Template OPTIONS = Template.of("""
            OPTIONS sip:${other_host}:5061;transport=tls SIP/2.0
            Via: SIP/2.0/TLS ${host_ip}:5061;branch=z9hG4bK${branch}
            Max-Forwards: 0
            From: <sip:${host}>;tag=${tag};epid=${epid}
            To: <sip:${other_host}>
            Call-ID: ${call_id}
            CSeq: ${cseq} OPTIONS
            User-Agent: RTCC/6.0.0.0 FrontEnd
            Content-Length: 0

            """);
    static final Template OPTIONS_OK = Template.of("""
            SIP/2.0 200 OK
            Via: SIP/2.0/TLS ${host_ip}:5061;branch=z9hG4bK${branch};received=${host_ip};ms-received-port=5061
            From: <sip:${host}>;tag=${tag};epid=${epid}
            To: <sip:${other_host}>;tag=${peer_tag}
            Call-ID: ${call_id}
            CSeq: ${cseq} OPTIONS
            Server: RTC/6.0
            Content-Length: 0

            """);

    /** A plain line of a component. */
    record Line(String component, String level, String flags, String function, int weight, Template text) {
    }

    static final List<Line> LINES = List.of(
            line("SIPStack", "TF_COMPONENT", "CSIPRequest::GetNextHopByRouteHeader:SIPRequest.cpp(2440)", 9,
                    "( ${handle} ) Exit - found next hop from route header, peer ${client_ip}:${client_port}. Result 0x00000000"),
            line("SIPStack", "TF_COMPONENT", "CRecvRequestContext::ProcessCompletion:RecvRequestContext.cpp(617)", 8,
                    "( ${handle} ) Enter - bytes received ${number}, error 0"),
            line("SIPStack", "TF_COMPONENT", "CSIPMessage::ParseHeader:SIPMessage.cpp(1811)", 8,
                    "( ${handle} ) message ${method} has ${small} headers, call ${call_id}"),
            line("SIPStack", "TF_COMPONENT", "CProxyContext::ForwardResponse:ProxyContext.cpp(3302)", 6,
                    "( ${handle} ) response class 2 forwarded to ${client_ip}:${client_port}"),
            line("SIPStack", "TF_SECURITY", "CSecurityAssociation::VerifySignature:SecurityAssociation.cpp(945)", 2,
                    "( ${handle} ) signature verified for <sip:${user}>, epid ${epid}, opaque ${opaque}"),
            line("SIPStack", "TF_SECURITY", "CSecurityAssociation::IsExpired:SecurityAssociation.cpp(402)", 1,
                    "( ${handle} ) security association of ${epid} is good for another ${number} seconds"),
            line("UserServices", "TF_COMPONENT", "UserServices::CPresenceNotify::Send:presencenotify.cpp(522)", 7,
                    "Queued notification of categories for [${peer_user}] to subscriber [${user}], batch ${number}"),
            line("UserServices", "TF_COMPONENT", "UserServices::CDBSProc::Execute:dbsproc.cpp(1187)", 6,
                    "RtcPublishMultiple took ${small} ms, return code 0, endpoint ${guid}"),
            line("UserServices", "TF_COMPONENT", "UserServices::CEndpointCache::Touch:endpointcache.cpp(288)", 5,
                    "Endpoint {${guid}} of user ${user} touched, ${number} endpoints in cache"),
            line("InboundRouting", "TF_COMPONENT", "InboundRouting.RoutingRules.Evaluate:routingrules.cs(211)", 3,
                    "(${number})Evaluating preamble of sip:${peer_user}: no forwarding is set"),
            line("ExumRouting", "TF_COMPONENT", "ExumRouting.Dispatcher.OnRequest:dispatcher.cs(97)", 2,
                    "Request ${method} with Call-ID ${call_id} is not for voice mail"),
            line("S4", "TF_COMPONENT", "SipStack.CTransaction.OnStateChange:transaction.cs(640)", 4,
                    "Transaction ${branch} of ${method}: Proceeding to Completed"),
            line("Lyss", "TF_COMPONENT", "Lyss.StorageQueue.Dequeue:storagequeue.cs(302)", 3,
                    "Dequeued ${small} items, oldest ${number} ms, queue 7, owner ${guid}"),
            line("ABServer", "TF_COMPONENT", "ABServer.FileGenerator.Write:filegenerator.cs(155)", 1,
                    "Delta file F-0f${small}-0f${version}.lsabs holds ${number} contacts"),
            line("McuFactory", "TF_COMPONENT", "McuFactory.Health.Report:health.cs(84)", 2,
                    "IM MCU on ${host} reports ${small} conferences and ${number} users"),
            line("WebInfrastructure", "TF_COMPONENT", "WebInfrastructure.RequestLog.End:requestlog.cs(211)", 4,
                    "GET /ucwa/oauth/v1/applications/${number}/events?ack=${small} from ${client_ip} ended with 200 in ${small} ms"),
            line("WebInfrastructure", "TF_COMPONENT", "WebInfrastructure.TicketCache.Lookup:ticketcache.cs(66)", 2,
                    "Web ticket of sip:${user} found in cache, good for ${number} seconds"));

    private NoiseTemplates() {
    }

    private static Line line(String component, String flags, String function, int weight, String text) {
        return new Line(component, "TL_INFO", flags, function, weight, Template.of(text));
    }
}
