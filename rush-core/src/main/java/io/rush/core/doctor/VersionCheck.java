package io.rush.core.doctor;

import io.rush.api.Severity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the server is too old. */
final class VersionCheck implements Check {
    private static final Pattern MAJOR_AND_MINOR = Pattern.compile("(\\d+)\\.(\\d+).*");
    private static final int OLDEST_MAJOR = 6;
    private static final int OLDEST_MINOR = 2;

    @Override
    public void look(ServerFacts facts, Findings findings) {
        String version = facts.info().text("redis_version").orElse("");
        Matcher numbers = MAJOR_AND_MINOR.matcher(version);
        if (numbers.matches() && isTooOld(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)))) {
            findings.add(
                    Severity.CRITICAL,
                    "redis_version",
                    "Redis " + version,
                    "the scripts of rush use commands of Redis 6.2; they fail half-way on older servers",
                    "move to Redis 6.2 or later; rush is tested on 7.0");
        }
    }

    private static boolean isTooOld(int major, int minor) {
        return major < OLDEST_MAJOR || (major == OLDEST_MAJOR && minor < OLDEST_MINOR);
    }
}
