package io.rush.core.launch;

import io.rush.api.WorkerScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A script for a POSIX shell: becomes the worker, or starts several and hands on the signals that it gets. */
record ShellScript(WorkerScript script, RemoteCommand command, String networkId, Optional<String> storeName) {
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("#!/bin/sh");
        lines.addAll(ShellText.preamble(networkId));
        lines.addAll(ShellText.requireUrl());
        lines.addAll(ShellText.surroundings(script, storeName));
        String worker = ShellText.command(script, command);
        lines.addAll(script.workers() == 1 ? List.of("exec " + worker) : several(worker));
        return String.join("\n", lines) + "\n";
    }

    private List<String> several(String worker) {
        return List.of(
                "workers=",
                "started=0",
                "while [ \"$started\" -lt " + script.workers() + " ]; do",
                "  " + worker + " &",
                "  workers=\"$workers $!\"",
                "  started=$((started + 1))",
                "done",
                "trap 'kill -TERM $workers 2>/dev/null' TERM INT HUP",
                "status=0",
                "for worker in $workers; do",
                "  # A signal ends the wait before the worker has ended.",
                "  while wait \"$worker\"; ended=$?; kill -0 \"$worker\" 2>/dev/null; do :; done",
                "  [ \"$ended\" -eq 0 ] || status=$ended",
                "done",
                "exit \"$status\"");
    }
}
