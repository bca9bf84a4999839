package io.rush.api.task;

import io.rush.api.error.ConfigurationException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A field of the hash that holds a task. Fields with named values spread into one table column a name; the others are
 * one bookkeeping column each (manual, section "Data Structure").
 */
public enum TaskField {
    /** Named inputs. */
    XS("xs", true),
    /** Named outputs. */
    YS("ys", true),
    /** Named values stored along with the inputs. */
    XS_EXTRA("xs_extra", true),
    /** Named values stored along with the outputs. */
    YS_EXTRA("ys_extra", true),
    /** The worker that runs, finished or failed the task; column {@code worker_id}. */
    WORKER_ID("worker_id", false),
    /** Why the task failed; column {@code condition} with a {@link Condition}. */
    CONDITION("condition", false),
    /** Why the latest attempt failed that was followed by a retry; column {@code last_condition} with a {@link Condition}. */
    LAST_CONDITION("last_condition", false),
    /** The state of the task's random stream; column {@code seed} with a {@link Seed}. */
    SEED("seed", false),
    /** The time a task may run; column {@code timeout} in seconds. */
    TIMEOUT("timeout", false),
    /** How often the task may be retried; column {@code max_retries}. */
    MAX_RETRIES("max_retries", false),
    /** How often the task was retried; column {@code n_retries}. */
    N_RETRIES("n_retries", false);

    private final String fieldName;
    private final boolean named;

    TaskField(String fieldName, boolean named) {
        this.fieldName = fieldName;
        this.named = named;
    }

    /** The name in the manual, for example {@code xs_extra}. */
    public String fieldName() {
        return fieldName;
    }

    /** Whether the field holds named values, which become a column each. */
    public boolean holdsNamedValues() {
        return named;
    }

    /**
     * The field of that name.
     *
     * @throws ConfigurationException if there is none; the message lists the names
     */
    public static TaskField ofName(String fieldName) {
        return Arrays.stream(values())
                .filter(field -> field.fieldName.equals(fieldName))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("unknown task field '" + fieldName + "'; fields are "
                        + Arrays.stream(values()).map(TaskField::fieldName).collect(Collectors.joining(", "))));
    }
}
