package io.rush.core.codec;

import io.rush.api.error.ConfigurationException;
import io.rush.api.error.SerializationException;
import io.rush.api.task.FailureCause;
import io.rush.api.task.RetryPolicy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A retry policy as the JSON object that the scripts obey, and back. */
public final class RetryPolicies {
    private static final JsonValues JSON = new JsonValues();
    private static final String FIELD = "retry_policy";
    private static final String CAUSES = "causes";
    private static final String MAX_RETRIES = "max_retries";
    private static final String FIRST_DELAY = "first_delay_ms";
    private static final String FACTOR = "factor";
    private static final String LONGEST_DELAY = "longest_delay_ms";
    private static final String JITTER = "jitter";

    private RetryPolicies() {}

    /** The policy as JSON. */
    public static byte[] encode(RetryPolicy policy) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                CAUSES, policy.causes().stream().map(RetryPolicies::wireName).toList());
        members.put(MAX_RETRIES, policy.maxRetries());
        members.put(FIRST_DELAY, policy.firstDelay().toMillis());
        members.put(FACTOR, policy.factor());
        members.put(LONGEST_DELAY, policy.longestDelay().toMillis());
        members.put(JITTER, policy.jitter());
        return JSON.encode(FIELD, members);
    }

    /**
     * The policy back.
     *
     * @throws SerializationException if the bytes are not what {@link #encode} makes
     */
    public static RetryPolicy decode(byte[] json) {
        Map<String, Object> members = JSON.decode(FIELD, json);
        try {
            return new RetryPolicy(
                    causes(member(members, CAUSES, List.class)),
                    Math.toIntExact(member(members, MAX_RETRIES, Long.class)),
                    Duration.ofMillis(member(members, FIRST_DELAY, Long.class)),
                    member(members, FACTOR, Double.class),
                    Duration.ofMillis(member(members, LONGEST_DELAY, Long.class)),
                    member(members, JITTER, Double.class));
        } catch (ConfigurationException | IllegalArgumentException | ArithmeticException invalid) {
            throw new SerializationException(FIELD, String.valueOf(invalid.getMessage()), invalid);
        }
    }

    private static String wireName(FailureCause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }

    private static Set<FailureCause> causes(List<?> names) {
        Set<FailureCause> causes = EnumSet.noneOf(FailureCause.class);
        names.forEach(
                name -> causes.add(FailureCause.valueOf(String.valueOf(name).toUpperCase(Locale.ROOT))));
        return causes;
    }

    private static <T> T member(Map<String, Object> members, String name, Class<T> type) {
        Object value = members.get(name);
        if (!type.isInstance(value)) {
            throw new SerializationException(FIELD + "." + name, "must be a " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
