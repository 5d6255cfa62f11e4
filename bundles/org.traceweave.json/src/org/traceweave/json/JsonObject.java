package org.traceweave.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.traceweave.model.UtcTime;
import org.traceweave.model.Worded;

/** A JSON object that was read: its members by key, in the types and units of {@link JsonOut}. Immutable. */
public final class JsonObject {

    private final Map<String, @Nullable Object> members;

    JsonObject(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    /** Whether the key stands there with a value other than {@code null}. */
    public boolean has(String key) {
        return members.get(key) != null;
    }

    public String text(String key) throws JsonFormatException {
        return optionalText(key).orElseThrow(() -> missing(key));
    }

    public Optional<String> optionalText(String key) throws JsonFormatException {
        return Optional.ofNullable(value(key, String.class));
    }

    public List<String> texts(String key) throws JsonFormatException {
        return list(key, String.class);
    }

    public long number(String key) throws JsonFormatException {
        return optionalNumber(key).orElseThrow(() -> missing(key));
    }

    public OptionalLong optionalNumber(String key) throws JsonFormatException {
        Number number = value(key, Number.class);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number.longValue());
    }

    public OptionalInt optionalInt(String key) throws JsonFormatException {
        Number number = value(key, Number.class);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number.intValue());
    }

    public List<Long> numbers(String key) throws JsonFormatException {
        return list(key, Number.class).stream().map(Number::longValue).toList();
    }

    public double decimal(String key) throws JsonFormatException {
        Number number = value(key, Number.class);
        if (number == null) {
            throw missing(key);
        }
        return number.doubleValue();
    }

    public OptionalDouble optionalDecimal(String key) throws JsonFormatException {
        Number number = value(key, Number.class);
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number.doubleValue());
    }

    public boolean flag(String key) throws JsonFormatException {
        return optionalFlag(key).orElse(false);
    }

    public Optional<Boolean> optionalFlag(String key) throws JsonFormatException {
        return Optional.ofNullable(value(key, Boolean.class));
    }

    /** UTC nanoseconds; {@link UtcTime#UNKNOWN} where the key is {@code null} or absent. */
    public long time(String key) throws JsonFormatException {
        Optional<String> text = optionalText(key);
        try {
            return text.isPresent() ? UtcTime.parse(text.get()) : UtcTime.UNKNOWN;
        } catch (java.time.DateTimeException e) {
            throw new JsonFormatException("\"" + key + "\" is no time: " + text.get(), e);
        }
    }

    public OptionalLong optionalTime(String key) throws JsonFormatException {
        long time = time(key);
        return time == UtcTime.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(time);
    }

    public <E extends Enum<E> & Worded> E word(String key, Class<E> type) throws JsonFormatException {
        return optionalWord(key, type).orElseThrow(() -> missing(key));
    }

    /** The value with that word; empty too for a word this version does not know. */
    public <E extends Enum<E> & Worded> Optional<E> optionalWord(String key, Class<E> type) throws JsonFormatException {
        return optionalText(key).flatMap(word -> Worded.find(type, word));
    }

    public <T> T object(String key, JsonForm<T> form) throws JsonFormatException {
        JsonObject object = value(key, JsonObject.class);
        if (object == null) {
            throw missing(key);
        }
        return form.read(object);
    }

    public <T> List<T> objects(String key, JsonForm<T> form) throws JsonFormatException {
        List<T> values = new ArrayList<>();
        for (JsonObject object : list(key, JsonObject.class)) {
            values.add(form.read(object));
        }
        return values;
    }

    /** The members of a free object; whole numbers are {@code Long}. */
    public Map<String, @Nullable Object> values(String key) throws JsonFormatException {
        JsonObject object = value(key, JsonObject.class);
        return object == null ? Map.of() : object.members;
    }

    private <V> @Nullable V value(String key, Class<V> type) throws JsonFormatException {
        Object value = members.get(key);
        if (value != null && !type.isInstance(value)) {
            throw new JsonFormatException("\"" + key + "\" is not of the expected type");
        }
        return type.cast(value);
    }

    private <V> List<V> list(String key, Class<V> type) throws JsonFormatException {
        List<?> values = value(key, List.class);
        List<V> typed = new ArrayList<>();
        for (Object value : values == null ? List.of() : values) {
            if (!type.isInstance(value)) {
                throw new JsonFormatException("\"" + key + "\" holds a value of another type");
            }
            typed.add(type.cast(value));
        }
        return typed;
    }

    private static JsonFormatException missing(String key) {
        return new JsonFormatException("\"" + key + "\" is missing");
    }
}
