package org.traceweave.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One Windows event to be written, as EVTX or as XML: what stands in {@code System}, and its payload. Made by {@link Builder}; times
 * are UTC nanoseconds.
 */
public record WindowsEvent(
        String provider,
        Optional<String> providerGuid,
        int eventId,
        Optional<Integer> qualifiers,
        int version,
        int level,
        int task,
        int opcode,
        long keywords,
        long time,
        Optional<String> activityId,
        int processId,
        int threadId,
        String channel,
        String computer,
        Optional<String> userSid,
        Payload payload,
        Optional<String> message) {

    /** What an event tells beside its System part. */
    public sealed interface Payload permits Named, Unnamed, FreeForm {
    }

    /** {@code EventData} with a named {@code Data} element for each value; stored by template. */
    public record Named(List<Map.Entry<String, EventValue>> values) implements Payload {
    }

    /** {@code EventData} of a classic source: one {@code Data} element per text, without names, and perhaps binary data; stored by template. */
    public record Unnamed(List<String> texts, Optional<byte[]> binary) implements Payload {
    }

    /**
     * {@code UserData} with an XML tree of its own. Stored outside any template, as CAPI2's records are, or {@code byTemplate}: names in
     * a template, texts as values.
     */
    public record FreeForm(EventElement root, boolean byTemplate) implements Payload {
    }

    public static Builder of(String provider, int eventId) {
        return new Builder(provider, eventId);
    }

    /** Collects the parts of an event; what is not set has Windows' usual value. */
    public static final class Builder {
        private final String provider;
        private final int eventId;
        private final ArrayList<Map.Entry<String, EventValue>> values = new ArrayList<>();
        private Optional<String> guid = Optional.empty();
        private Optional<Integer> qualifiers = Optional.empty();
        private int version;
        private int level = 4;
        private int task;
        private int opcode;
        private long keywords = 0x8000000000000000L;
        private Optional<String> activity = Optional.empty();
        private int process = 620;
        private int thread = 2864;
        private String channel = "System";
        private String computer = "FE01.contoso.local";
        private Optional<String> user = Optional.empty();
        private Optional<Payload> payload = Optional.empty();
        private Optional<String> message = Optional.empty();

        private Builder(String provider, int eventId) {
            this.provider = provider;
            this.eventId = eventId;
        }

        public Builder guid(String providerGuid) {
            guid = Optional.of(providerGuid);
            return this;
        }

        public Builder qualifiers(int value) {
            qualifiers = Optional.of(value);
            return this;
        }

        /** 1 critical, 2 error, 3 warning, 4 information, 5 verbose. */
        public Builder level(int value) {
            level = value;
            return this;
        }

        public Builder version(int value) {
            version = value;
            return this;
        }

        public Builder task(int taskId, int opcodeId) {
            task = taskId;
            opcode = opcodeId;
            return this;
        }

        public Builder keywords(long value) {
            keywords = value;
            return this;
        }

        public Builder activity(String activityId) {
            activity = Optional.of(activityId);
            return this;
        }

        public Builder process(int processId, int threadId) {
            process = processId;
            thread = threadId;
            return this;
        }

        public Builder channel(String name) {
            channel = name;
            return this;
        }

        public Builder computer(String name) {
            computer = name;
            return this;
        }

        public Builder user(String sid) {
            user = Optional.of(sid);
            return this;
        }

        /** Adds a named {@code Data} value. */
        public Builder data(String name, EventValue value) {
            values.add(Map.entry(name, value));
            return this;
        }

        public Builder data(String name, String text) {
            return data(name, EventValue.text(text));
        }

        /** A classic payload: texts without names. */
        public Builder texts(String... texts) {
            payload = Optional.of(new Unnamed(List.of(texts), Optional.empty()));
            return this;
        }

        /** A classic payload with binary data. */
        public Builder textsAndBinary(List<String> texts, byte[] binary) {
            payload = Optional.of(new Unnamed(List.copyOf(texts), Optional.of(binary)));
            return this;
        }

        /** Free-form {@code UserData} outside any template, as CAPI2 writes it. */
        public Builder userData(EventElement root) {
            payload = Optional.of(new FreeForm(root, false));
            return this;
        }

        /** Free-form {@code UserData} stored by template. */
        public Builder userDataByTemplate(EventElement root) {
            payload = Optional.of(new FreeForm(root, true));
            return this;
        }

        /** The message text that a rendered export carries. */
        public Builder message(String text) {
            message = Optional.of(text);
            return this;
        }

        /** @param time UTC nanoseconds */
        public WindowsEvent at(long time) {
            return new WindowsEvent(provider, guid, eventId, qualifiers, version, level, task, opcode, keywords, time, activity, process,
                    thread, channel, computer, user, payload.orElseGet(() -> new Named(List.copyOf(values))), message);
        }
    }
}
