package io.rush.it.arch;

/**
 * A rule that is not kept.
 *
 * @param culprit what breaks it, where and how, in words
 */
public record RuleViolation(ExtensionRule rule, String culprit) {
    @Override
    public String toString() {
        return rule + ", but " + culprit;
    }
}
