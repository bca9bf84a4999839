package io.rush.it.support;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** How tests ended, by the names of their methods. Thread-safe. */
public final class TestOutcomes implements TestExecutionListener {
    private final Set<String> passed = new ConcurrentSkipListSet<>();
    private final Map<String, String> failures = new ConcurrentSkipListMap<>();

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (result.getStatus() == Status.FAILED) {
            failures.put(
                    nameOf(identifier),
                    result.getThrowable().map(Throwable::toString).orElse(""));
        } else if (identifier.isTest() && result.getStatus() == Status.SUCCESSFUL) {
            passed.add(nameOf(identifier));
        }
    }

    private static String nameOf(TestIdentifier identifier) {
        return identifier
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .orElseGet(identifier::getDisplayName);
    }

    public Set<String> passed() {
        return passed;
    }

    /** What each failed test said. */
    public Map<String, String> failures() {
        return failures;
    }
}
