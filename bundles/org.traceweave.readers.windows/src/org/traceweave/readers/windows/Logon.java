package org.traceweave.readers.windows;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A logon as the Security log tells it (4624, 4625, 4648, 4768, 4769, 4771, 4776). {@code user}: the identity of a person, lower-case,
 * absent for machines and services. {@code status}: NTSTATUS, or in Kerberos events the Kerberos error code; 0 for success.
 * {@code reason}: the status in words.
 */
public record Logon(
        WindowsEvent event,
        Optional<String> user,
        boolean succeeded,
        OptionalLong status,
        Optional<String> reason,
        OptionalInt logonType,
        Optional<String> authenticationPackage,
        Optional<String> workstation,
        Optional<String> address,
        Optional<String> peer,
        Optional<String> processName) {
}
