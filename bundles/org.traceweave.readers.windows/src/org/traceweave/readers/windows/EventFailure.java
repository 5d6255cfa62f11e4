package org.traceweave.readers.windows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.traceweave.model.Evidence;
import org.traceweave.model.WindowsFailure;
import org.traceweave.model.WindowsFailureKind;

/**
 * What a single event says went wrong, before it is known where in the case the event stands. {@code certificates}: bytes of
 * certificates the event carries (DER); the judged one's thumbprint is the first of {@code thumbprints}. {@code names}: by what the
 * event can be joined to a sign-in. The other components are those of {@link WindowsFailure}. Made by {@link #of}.
 */
public record EventFailure(
        WindowsFailureKind kind,
        WindowsEvent event,
        Optional<String> processName,
        String meaning,
        OptionalInt alert,
        OptionalLong errorState,
        Optional<String> hresult,
        List<String> trustErrors,
        Optional<String> subject,
        List<String> thumbprints,
        Optional<String> target,
        Optional<String> taskId,
        Optional<String> chainRef,
        EventIdentities names,
        List<byte[]> certificates) {

    public EventFailure {
        trustErrors = List.copyOf(trustErrors);
        thumbprints = List.copyOf(thumbprints);
        certificates = List.copyOf(certificates);
    }

    /** The failure as the case shows it. */
    public WindowsFailure at(Evidence evidence) {
        return new WindowsFailure(kind, event.provider(), event.eventId(), event.time(), event.host(), processName, meaning, alert,
                errorState, hresult, trustErrors, subject, thumbprints, target, taskId, chainRef, evidence);
    }

    /** @param meaning one sentence that says what happened */
    public static Builder of(WindowsFailureKind kind, WindowsEvent event, String meaning) {
        return new Builder(kind, event, meaning);
    }

    /** Collects what else an event tells; what is not set is not known. */
    public static final class Builder {
        private final WindowsFailureKind kind;
        private final WindowsEvent event;
        private final String meaning;
        private Optional<String> processName = Optional.empty();
        private OptionalInt alert = OptionalInt.empty();
        private OptionalLong errorState = OptionalLong.empty();
        private Optional<String> hresult = Optional.empty();
        private List<String> trustErrors = List.of();
        private Optional<String> subject = Optional.empty();
        private List<String> thumbprints = List.of();
        private Optional<String> target = Optional.empty();
        private Optional<String> taskId = Optional.empty();
        private Optional<String> chainRef = Optional.empty();
        private EventIdentities names = EventIdentities.NONE;
        private List<byte[]> certificates = List.of();

        private Builder(WindowsFailureKind kind, WindowsEvent event, String meaning) {
            this.kind = kind;
            this.event = event;
            this.meaning = meaning;
        }

        /** The program on whose behalf it happened, {@code RtcSrv.exe}; a path is cut to its last part. */
        public Builder process(Optional<String> path) {
            processName = path.map(text -> text.substring(text.lastIndexOf('\\') + 1)).filter(name -> !name.isBlank() && !name.equals("-"));
            return this;
        }

        public Builder alert(OptionalInt number) {
            alert = number;
            return this;
        }

        public Builder errorState(OptionalLong number) {
            errorState = number;
            return this;
        }

        /** An HRESULT, NTSTATUS or Win32 code. */
        public Builder code(OptionalLong code) {
            hresult = code.isPresent() ? Optional.of(HResult.word(code.getAsLong())) : Optional.empty();
            return this;
        }

        /** CERT_TRUST_ error bits. */
        public Builder trustErrors(long bits) {
            trustErrors = TrustStatus.errorNames(bits);
            return this;
        }

        public Builder subject(Optional<String> name) {
            subject = name;
            return this;
        }

        /** SHA-1 values, lower-case, the judged certificate's first. */
        public Builder thumbprints(List<String> sha1) {
            thumbprints = sha1;
            return this;
        }

        public Builder target(Optional<String> name) {
            target = name;
            return this;
        }

        public Builder task(Optional<String> id) {
            taskId = id;
            return this;
        }

        public Builder chain(Optional<String> ref) {
            chainRef = ref;
            return this;
        }

        public Builder names(EventIdentities identities) {
            names = identities;
            return this;
        }

        public Builder certificates(List<byte[]> ders) {
            certificates = ders;
            return this;
        }

        public EventFailure build() {
            return new EventFailure(kind, event, processName, meaning, alert, errorState, hresult, trustErrors, subject, thumbprints,
                    target, taskId, chainRef, names, certificates);
        }
    }
}
