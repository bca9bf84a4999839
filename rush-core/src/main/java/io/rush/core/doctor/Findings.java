package io.rush.core.doctor;

import io.rush.api.ServerFinding;
import io.rush.api.ServerReport;
import io.rush.api.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects findings. Not thread-safe. */
final class Findings {
    private final List<ServerFinding> all = new ArrayList<>();

    void add(Severity severity, String subject, String found, String consequence, String advice) {
        all.add(new ServerFinding(severity, subject, found, consequence, advice));
    }

    ServerReport toReport() {
        return new ServerReport(all);
    }
}
