package io.rush.loop.process.option;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the user of the loop chose. Immutable.
 *
 * @param tasksPerChild how many tasks a child evaluates; 0 for all
 * @param heap the largest heap of a child, as {@code -Xmx} takes it; empty for the JVM's choice
 * @param jvmOptions further options of its JVM
 * @param environment variables beside the inherited ones
 * @param workingDirectory empty for the worker's
 * @param startTimeout how long a child may take until it is ready
 * @param killGrace how long one that is not needed any more may take to end
 * @param spare whether the next child is started while the present one works
 * @param classDataSharing whether children share what their classes look like in memory
 * @param resultLimit the largest outputs in bytes
 */
public record Options(
        long tasksPerChild,
        String heap,
        List<String> jvmOptions,
        Map<String, String> environment,
        String workingDirectory,
        Duration startTimeout,
        Duration killGrace,
        boolean spare,
        boolean classDataSharing,
        long resultLimit) {
    private static final Pattern HEAP = Pattern.compile("[1-9][0-9]{0,18}[kKmMgGtT]?");
    private static final double SHORTEST_START = 0.001;
    private static final double LONGEST_START = 86_400;
    private static final double DEFAULT_START = 60;
    private static final double LONGEST_GRACE = 60;
    private static final double DEFAULT_GRACE = 2;
    private static final double MILLIS = 1_000;
    /** Outputs are in memory several times while they are handed in. */
    private static final int SHARE_OF_HEAP = 8;

    /**
     * From what the user chose.
     *
     * @throws io.rush.api.error.ConfigurationException naming the option that is wrong, or those that are known
     */
    public static Options of(Map<String, Object> chosen) {
        Choice choice = new Choice(chosen);
        Options options = new Options(
                choice.whole("tasksPerChild", 0, 1),
                choice.text("heap", text -> HEAP.matcher(text).matches(), "a size such as 512m or 2g"),
                choice.texts("jvmOptions", text -> text.startsWith("-"), "a list of options that begin with -"),
                choice.variables("environment", "a map of texts by name"),
                choice.text("workingDirectory", text -> !text.isBlank(), "the path of a directory"),
                seconds(choice.number("startTimeout", SHORTEST_START, LONGEST_START, DEFAULT_START)),
                seconds(choice.number("killGrace", 0, LONGEST_GRACE, DEFAULT_GRACE)),
                choice.flag("spare", true),
                choice.flag("classDataSharing", true),
                choice.whole("resultLimit", 1, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
        choice.refuseOthers();
        return options;
    }

    private static Duration seconds(double number) {
        return Duration.ofMillis(Math.round(number * MILLIS));
    }

    /** Whether a child that has done so many tasks is to do no other. */
    public boolean isEnough(long tasks) {
        return tasksPerChild != 0 && tasks >= tasksPerChild;
    }
}
