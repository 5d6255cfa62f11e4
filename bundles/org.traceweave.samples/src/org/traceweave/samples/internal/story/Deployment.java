package org.traceweave.samples.internal.story;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.SampleKeys;

/**
 * The servers, certification authorities and people of a sample: pool {@code POOL01} of three Front Ends in {@code contoso.local}, SIP
 * domain {@code contoso.com}. Either the first Front End still has its SHA-1 certificate of the old authority, or all have SHA-256 ones.
 */
final class Deployment {

    static final String SIP_DOMAIN = "contoso.com";
    static final String POOL_FQDN = "pool01." + Host.DOMAIN;
    /** The zone of every client, seconds ahead of UTC. */
    static final int CLIENT_ZONE = -5 * 3600;
    private static final long SECOND = 1_000_000_000L;
    /** Those that every story has. */
    private static final int OLD_FRONT_ENDS = 3;
    private static final String[] FIRST = {"Adele", "Alan", "Amara", "Anton", "Bianca", "Boris", "Carla", "Cedric", "Chen", "Dana", "Diego",
        "Edith", "Emil", "Farid", "Flora", "Gerda", "Hana", "Henrik", "Ida", "Ivan", "Jana", "Joel", "Karim", "Kira", "Lars", "Lena", "Luis",
        "Maja", "Marco", "Mina", "Nadia", "Nils", "Olga", "Oscar", "Paula", "Pedro", "Quinn", "Rania", "Ravi", "Rosa", "Samir", "Sara",
        "Teo", "Tilda", "Ugo", "Uma", "Vera", "Victor", "Wanda", "Willem", "Xenia", "Yann", "Yuki", "Zara", "Zeno"};
    private static final String[] LAST_START = {"Al", "Ber", "Car", "Dal", "Er", "Fal", "Gar", "Hal", "Iv", "Jor", "Kel", "Lin", "Mar", "Nor",
        "Os", "Pel", "Rav", "Sel", "Tor", "Val"};
    private static final String[] LAST_END = {"berg", "dahl", "ette", "ford", "grove", "ic", "kamp", "lund", "mann", "nes", "ova", "rup", "sen",
        "strom", "ton", "wick"};

    final List<Host> frontEnds = new ArrayList<>();
    /** The Front End whose users are in trouble. */
    final Host troubled;
    final IssuedCertificate oldRoot;
    final IssuedCertificate oldAuthority;
    final IssuedCertificate newRoot;
    final IssuedCertificate newAuthority;
    /** What the pool signs user certificates with. */
    final IssuedCertificate communicationsServer;
    final IssuedCertificate exchange;
    final List<Person> people = new ArrayList<>();
    private final SeededRandom random;

    /** The certificates of a fourth Front End that was added to the pool today: its chain, leaf first, and how many of it it sends. */
    @FunctionalInterface
    interface NewFrontEnd {
        Presented of(Deployment deployment);
    }

    /** A chain, leaf first, and how many certificates of it are sent. */
    record Presented(List<IssuedCertificate> chain, int sent) {
    }

    /**
     * @param weak whether FE01 still presents a SHA-1 certificate; its pool then also has a Front End seven minutes fast
     * @param newcomer the Front End that was added today, if one was
     */
    Deployment(boolean weak, int persons, SeededRandom random, Optional<NewFrontEnd> newcomer) {
        this.random = random;
        // The old root's own signature is SHA-1, which matters to nobody. Its issuing authority was renewed with SHA-256, but still signs
        // with SHA-1 itself: each authority has its own setting.
        oldRoot = CertificateMaker.subject("CN=Contoso Root CA,DC=contoso,DC=local").key(SampleKeys.rsa(0)).authority()
                .signedWith("SHA1withRSA").valid("2009-05-11T08:00:00Z", "2029-05-11T08:00:00Z").serial(serial()).make();
        oldAuthority = CertificateMaker.subject("CN=Contoso Issuing CA 1,DC=contoso,DC=local").key(SampleKeys.rsa(1)).issuedBy(oldRoot)
                .authority().valid("2016-05-18T08:00:00Z", "2026-05-18T08:00:00Z").serial(serial())
                .crl("http://pki.contoso.local/crl/Contoso%20Root%20CA.crl").make();
        newRoot = CertificateMaker.subject("CN=Contoso Root CA G2,DC=contoso,DC=local").key(SampleKeys.rsa(2)).authority()
                .valid("2016-02-08T08:00:00Z", "2036-02-08T08:00:00Z").serial(serial()).make();
        newAuthority = CertificateMaker.subject("CN=Contoso Issuing CA 2,DC=contoso,DC=local").key(SampleKeys.rsa(3)).issuedBy(newRoot)
                .authority().valid("2016-02-15T08:00:00Z", "2028-02-15T08:00:00Z").serial(serial())
                .crl("http://pki.contoso.local/crl/Contoso%20Root%20CA%20G2.crl").make();
        communicationsServer = CertificateMaker.subject("CN=Communications Server").key(SampleKeys.rsa(4)).authority()
                .valid("2016-03-01T00:00:00Z", "2026-03-01T00:00:00Z").serial(serial()).make();
        exchange = leaf("exch01.contoso.local", 5, newAuthority, "SHA256withRSA", "mail.contoso.com", "autodiscover.contoso.com");
        List<IssuedCertificate> newChain = List.of(newAuthority, newRoot);
        frontEnds.addAll(List.of(
                new Host("FE01", "10.20.1.11", 0, weak
                        ? chain(frontEnd("fe01", 6, oldAuthority, "SHA1withRSA"), List.of(oldAuthority, oldRoot))
                        : chain(frontEnd("fe01", 6, newAuthority, "SHA256withRSA"), newChain), 0x0F98),
                new Host("FE02", "10.20.1.12", weak ? 0 : 4 * SECOND / 10, chain(frontEnd("fe02", 7, newAuthority, "SHA256withRSA"), newChain),
                        0x1344),
                new Host("FE03", "10.20.1.13", weak ? 420 * SECOND : -21 * SECOND / 10,
                        chain(frontEnd("fe03", 8, newAuthority, "SHA256withRSA"), newChain), 0x0B60)));
        for (int i = 0; i < persons; i++) {
            people.add(person(i));
        }
        newcomer.map(fourth -> fourth.of(this)).ifPresent(presented -> frontEnds.add(new Host("FE04", "10.20.1.14", 9 * SECOND / 10, presented.chain(),
                presented.sent(), 0x1A70)));
        troubled = newcomer.isPresent() ? frontEnds.getLast() : frontEnds.getFirst();
    }

    /** A certificate as Front Ends have it, to be made different; {@code sha256WithRSA}, of the new authority, valid, with every name. */
    CertificateMaker serverCertificate(String machine, IssuedCertificate issuer) {
        return CertificateMaker.subject("CN=" + POOL_FQDN + ",OU=Messaging,O=Contoso Ltd,L=Springfield,ST=Illinois,C=US").key(SampleKeys.rsa(7))
                .issuedBy(issuer).serial(serial()).valid("2018-10-15T09:20:11Z", "2020-10-14T09:20:11Z").server().client()
                .crl("http://pki.contoso.local/crl/Contoso%20Issuing%20CA%202.crl").dns(POOL_FQDN, machine + "." + Host.DOMAIN, "sip." + SIP_DOMAIN);
    }

    /** Whether this Front End was added today, so that it was not there when the others were updated. */
    boolean isNew(Host host) {
        return frontEnds.indexOf(host) >= OLD_FRONT_ENDS;
    }

    Host first() {
        return frontEnds.get(0);
    }

    private Person person(int number) {
        String first = FIRST[number % FIRST.length];
        int family = number / FIRST.length;
        String last = LAST_START[family % LAST_START.length] + LAST_END[family / LAST_START.length % LAST_END.length];
        int round = number / (FIRST.length * LAST_START.length * LAST_END.length);
        String suffix = round == 0 ? "" : Integer.toString(round + 1);
        return new Person(number, first + " " + last, (first + "." + last + suffix).toLowerCase(Locale.ROOT),
                frontEnds.get(random.below(frontEnds.size())));
    }

    private static List<IssuedCertificate> chain(IssuedCertificate leaf, List<IssuedCertificate> above) {
        List<IssuedCertificate> chain = new ArrayList<>(above);
        chain.add(0, leaf);
        return List.copyOf(chain);
    }

    private IssuedCertificate frontEnd(String machine, int key, IssuedCertificate issuer, String algorithm) {
        return leaf(POOL_FQDN, key, issuer, algorithm, machine + "." + Host.DOMAIN, "sip." + SIP_DOMAIN, "lyncdiscoverinternal." + SIP_DOMAIN,
                "dialin." + SIP_DOMAIN, "meet." + SIP_DOMAIN);
    }

    private IssuedCertificate leaf(String commonName, int key, IssuedCertificate issuer, String algorithm, String... otherNames) {
        return CertificateMaker.subject("CN=" + commonName + ",OU=Messaging,O=Contoso Ltd,L=Springfield,ST=Illinois,C=US")
                .key(SampleKeys.rsa(key)).issuedBy(issuer).signedWith(algorithm).serial(serial())
                .valid("2017-11-06T10:12:41Z", "2019-11-06T10:12:41Z").dns(commonName).dns(otherNames).server().client()
                .crl("http://pki.contoso.local/crl/" + (issuer == oldAuthority ? "Contoso%20Issuing%20CA%201" : "Contoso%20Issuing%20CA%202")
                        + ".crl").make();
    }

    /** A certificate as the pool provisions it: subject is the sign-in address, good for 180 days. */
    IssuedCertificate userCertificate(Person person) {
        int days = person.number % 120;
        String from = String.valueOf(Instant.parse("2018-06-01T07:00:00Z").plusSeconds(days * 86_400L + person.number % 50_000));
        String to = String.valueOf(Instant.parse(from).plusSeconds(180L * 86_400));
        return CertificateMaker.subject("CN=" + person.address).key(SampleKeys.rsa(9 + person.number % (SampleKeys.count() - 9)))
                .issuedBy(communicationsServer).valid(from, to).serial(serial(random.fork(1000 + person.number))).client().make();
    }

    private BigInteger serial() {
        return serial(random);
    }

    private static BigInteger serial(SeededRandom source) {
        byte[] number = source.bytes(10);
        number[0] = (byte) (0x10 + (number[0] & 0x3F));
        return new BigInteger(number);
    }
}
