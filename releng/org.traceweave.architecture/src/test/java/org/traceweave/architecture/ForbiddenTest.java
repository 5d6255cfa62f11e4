package org.traceweave.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ByteArrayOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.nio.charset.Charset;
import java.security.cert.CertificateFactory;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;

/** What the project's style forbids, each for a failure that others have had. */
class ForbiddenTest {

    /** Members that read the machine's charset or locale, as {@code owner.name(parameter types)}. */
    private static final Set<String> DEFAULTS = Set.of(
            "java.lang.String.getBytes()",
            "java.lang.String.<init>([B)",
            "java.lang.String.<init>([B,int,int)",
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.lang.String.format(java.lang.String,[Ljava.lang.Object;)",
            "java.lang.String.formatted([Ljava.lang.Object;)",
            "java.io.InputStreamReader.<init>(java.io.InputStream)",
            "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
            "java.io.PrintStream.<init>(java.io.OutputStream)",
            "java.io.PrintStream.<init>(java.io.OutputStream,boolean)",
            "java.io.PrintWriter.<init>(java.io.OutputStream)",
            "java.io.PrintStream.printf(java.lang.String,[Ljava.lang.Object;)",
            "java.io.PrintWriter.printf(java.lang.String,[Ljava.lang.Object;)",
            "java.util.Scanner.<init>(java.io.InputStream)",
            "java.text.NumberFormat.getInstance()",
            "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)");

    @Test
    void noDefaultCharsetOrLocale() {
        noClasses().should(new ArchCondition<JavaClass>("read the machine's charset or locale") {
            @Override
            public void check(JavaClass each, ConditionEvents events) {
                for (JavaAccess<?> access : each.getAccessesFromSelf()) {
                    String called = access.getTarget().getFullName().replace(", ", ",");
                    if (DEFAULTS.contains(called)) {
                        events.add(SimpleConditionEvent.satisfied(each, access.getDescription()));
                    }
                }
            }
        }).orShould().dependOnClassesThat().belongToAnyOf(FileReader.class, FileWriter.class)
                .orShould(callMethod(Charset.class, "defaultCharset")).orShould(callMethod(Locale.class, "getDefault"))
                .orShould(callMethod(ByteArrayOutputStream.class, "toString")).check(Product.CLASSES);
    }

    /** What a library hands out as a Date is turned into an Instant where it is got; nothing else is done with one. */
    @Test
    void noDatesOfTheOldKind() {
        noClasses().should(new ArchCondition<JavaClass>("use a Date other than to make an Instant of it, or a format of the machine's locale") {
            @Override
            public void check(JavaClass each, ConditionEvents events) {
                for (JavaAccess<?> access : each.getAccessesFromSelf()) {
                    String called = access.getTarget().getFullName();
                    if (access.getTargetOwner().isEquivalentTo(Date.class) && !access.getTarget().getName().equals("toInstant")
                            || called.equals("java.text.SimpleDateFormat.<init>(java.lang.String)")) {
                        events.add(SimpleConditionEvent.satisfied(each, access.getDescription()));
                    }
                }
            }
        }).orShould().dependOnClassesThat().belongToAnyOf(Calendar.class).check(Product.CLASSES);
    }

    @Test
    void standardStreamsBelongToTheCommandLine() {
        noClasses().that(not(resideInAnyPackage("org.traceweave.cli..", "org.traceweave.app..")))
                .should().accessField(System.class, "out").orShould().accessField(System.class, "err").check(Product.CLASSES);
    }

    @Test
    void noPoolIsEndedByInterruptingItsThreads() {
        noClasses().should(callMethod(ExecutorService.class, "shutdownNow")).check(Product.CLASSES);
    }

    @Test
    void foreignCertificatesAreNotReadWithTheMachinesFactory() {
        noClasses().should().dependOnClassesThat().areAssignableTo(CertificateFactory.class).check(Product.CLASSES);
    }
}
