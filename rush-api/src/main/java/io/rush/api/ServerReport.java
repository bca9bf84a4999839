package io.rush.api;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What {@link Server#doctor} found. Immutable; prints well.
 *
 * @param findings the gravest first
 */
public record ServerReport(List<ServerFinding> findings) {
    public ServerReport {
        findings = findings.stream()
                .sorted(Comparator.comparing(ServerFinding::severity).reversed())
                .toList();
    }

    /** Those of a severity or a graver one. */
    public List<ServerFinding> atLeast(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity().compareTo(severity) >= 0)
                .toList();
    }

    /** Those about a subject. */
    public List<ServerFinding> about(String subject) {
        return findings.stream()
                .filter(finding -> finding.subject().equals(subject))
                .toList();
    }

    /** Whether nothing was found that loses work. */
    public boolean isHealthy() {
        return atLeast(Severity.WARNING).isEmpty();
    }

    /** All findings, one below the other. */
    @Override
    public String toString() {
        String head = isHealthy() ? "Nothing found that loses work" : "Work may be lost";
        return head + "; findings: " + findings.size() + "\n"
                + findings.stream().map(finding -> finding + "\n").collect(Collectors.joining());
    }
}
