package org.traceweave.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.traceweave.model.Evidence;
import org.traceweave.model.UtcTime;
import org.traceweave.model.Worded;

/**
 * Writes the members of a JSON object in the types and units of the command line: times as ISO-8601 UTC with seven fraction digits,
 * durations as decimal seconds, enumerated values as their words, what is unknown as {@code null}. Used by one thread.
 */
public final class JsonOut {

    private static final int SECOND_DIGITS = 7;

    private final JsonGenerator generator;
    private final int evidenceLimit;

    JsonOut(JsonGenerator generator, int evidenceLimit) {
        this.generator = generator;
        this.evidenceLimit = evidenceLimit;
    }

    public void text(String key, String value) throws IOException {
        generator.writeStringField(key, value);
    }

    public void text(String key, Optional<String> value) throws IOException {
        generator.writeFieldName(key);
        if (value.isPresent()) {
            generator.writeString(value.get());
        } else {
            generator.writeNull();
        }
    }

    public void texts(String key, List<String> values) throws IOException {
        generator.writeArrayFieldStart(key);
        for (String value : values) {
            generator.writeString(value);
        }
        generator.writeEndArray();
    }

    public void number(String key, long value) throws IOException {
        generator.writeNumberField(key, value);
    }

    public void number(String key, OptionalLong value) throws IOException {
        generator.writeFieldName(key);
        if (value.isPresent()) {
            generator.writeNumber(value.getAsLong());
        } else {
            generator.writeNull();
        }
    }

    public void number(String key, OptionalInt value) throws IOException {
        number(key, value.isPresent() ? OptionalLong.of(value.getAsInt()) : OptionalLong.empty());
    }

    public void numbers(String key, List<Long> values) throws IOException {
        generator.writeArrayFieldStart(key);
        for (long value : values) {
            generator.writeNumber(value);
        }
        generator.writeEndArray();
    }

    /** Seconds, or any other plain decimal: never with an exponent, to a tenth of a microsecond. */
    public void decimal(String key, double value) throws IOException {
        generator.writeFieldName(key);
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(SECOND_DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        generator.writeNumber(rounded.scale() < 1 ? rounded.setScale(1) : rounded);
    }

    public void flag(String key, boolean value) throws IOException {
        generator.writeBooleanField(key, value);
    }

    /** {@code null} where there is none. */
    public void decimal(String key, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            decimal(key, value.getAsDouble());
        } else {
            generator.writeNullField(key);
        }
    }

    public void flag(String key, Optional<Boolean> value) throws IOException {
        generator.writeFieldName(key);
        if (value.isPresent()) {
            generator.writeBoolean(value.get());
        } else {
            generator.writeNull();
        }
    }

    /** A time in UTC nanoseconds; {@link UtcTime#UNKNOWN} is {@code null}. */
    public void time(String key, long nanos) throws IOException {
        text(key, nanos == UtcTime.UNKNOWN ? Optional.empty() : Optional.of(UtcTime.format(nanos)));
    }

    public void time(String key, OptionalLong nanos) throws IOException {
        time(key, nanos.orElse(UtcTime.UNKNOWN));
    }

    public void word(String key, Worded value) throws IOException {
        text(key, value.word());
    }

    public void word(String key, Optional<? extends Worded> value) throws IOException {
        text(key, value.map(Worded::word));
    }

    /** An HRESULT, whatever way it was written: {@code "0x80090325"}. Anything that is none is written as it stands. */
    public void hresult(String key, Optional<String> value) throws IOException {
        text(key, value.map(JsonOut::hresultForm));
    }

    public <T> void object(String key, T value, JsonForm<T> form) throws IOException {
        generator.writeFieldName(key);
        object(value, form);
    }

    public <T> void object(String key, Optional<T> value, JsonForm<T> form) throws IOException {
        if (value.isPresent()) {
            object(key, value.get(), form);
        } else {
            generator.writeNullField(key);
        }
    }

    public <T> void objects(String key, List<T> values, JsonForm<T> form) throws IOException {
        generator.writeArrayFieldStart(key);
        for (T value : values) {
            object(value, form);
        }
        generator.writeEndArray();
    }

    /** A list of evidence, cut at the limit this output was opened with. */
    public void evidence(String key, List<Evidence> values) throws IOException {
        objects(key, values.subList(0, Math.min(evidenceLimit, values.size())), EvidenceForm.FORM);
    }

    /** A free object whose values are {@code String}, {@code Long}, {@code Integer} or {@code Boolean}. */
    public void values(String key, Map<String, ?> values) throws IOException {
        generator.writeObjectFieldStart(key);
        for (Map.Entry<String, ?> entry : values.entrySet()) {
            generator.writeFieldName(entry.getKey());
            switch (entry.getValue()) {
                case String text -> generator.writeString(text);
                case Long number -> generator.writeNumber(number);
                case Integer number -> generator.writeNumber(number);
                case Boolean flag -> generator.writeBoolean(flag);
                default -> throw new IllegalArgumentException(entry.getKey() + " holds a " + entry.getValue().getClass().getName());
            }
        }
        generator.writeEndObject();
    }

    <T> void object(T value, JsonForm<T> form) throws IOException {
        generator.writeStartObject();
        form.write(value, this);
        generator.writeEndObject();
    }

    private static String hresultForm(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        String digits = lower.startsWith("0x") ? lower.substring(2) : lower;
        return digits.length() == 8 && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0) ? "0x" + digits : value;
    }
}
