package io.rush.loop.process.wire;

import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import java.util.List;
import java.util.Optional;

/** Why a task failed in a child, on its way to the worker. */
public final class Report {
    /** Characters of a message or a stack trace; more would be of use to nobody. */
    static final int LONGEST = 500_000;

    private Report() {}

    /** As the payload of a frame; what is too long is cut off. */
    public static byte[] encode(Condition condition) {
        return Texts.pack(List.of(
                Optional.of(cut(condition.message())),
                condition.errorClass(),
                condition.stackTrace().map(Report::cut)));
    }

    /** Back from the payload. */
    public static Condition decode(byte[] payload) {
        List<Optional<String>> texts = Texts.unpack(payload);
        return new Condition(FailureCause.ERROR, texts.get(0).orElse(""), texts.get(1), texts.get(2));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "… (" + (text.length() - LONGEST) + " more characters)";
    }
}
