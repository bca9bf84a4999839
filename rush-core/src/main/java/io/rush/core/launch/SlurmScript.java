package io.rush.core.launch;

import io.rush.api.WorkerScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A batch script for SLURM: an array of jobs, each of which is one worker. */
record SlurmScript(WorkerScript script, RemoteCommand command, String networkId, Optional<String> storeName) {
    /** A job that is started once more is another worker: the former one may not have been found lost yet. */
    private static final String ID = "\"slurm-${SLURM_ARRAY_JOB_ID:-${SLURM_JOB_ID:?}}-${SLURM_ARRAY_TASK_ID:-0}"
            + "-${SLURM_RESTART_COUNT:-0}\"";

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("#!/bin/sh");
        lines.add("#SBATCH --job-name=" + script.name());
        lines.add("#SBATCH --array=0-" + (script.workers() - 1));
        lines.add("#SBATCH --signal=B:TERM@60");
        script.directives().forEach(option -> lines.add("#SBATCH " + option));
        lines.addAll(ShellText.preamble(networkId));
        lines.add("# Then hand this script to sbatch, which passes the environment on.");
        lines.addAll(ShellText.requireUrl());
        lines.addAll(ShellText.surroundings(script, storeName));
        lines.add("exec " + ShellText.command(script, command) + " " + WorkerCommand.ID + " " + ID);
        return String.join("\n", lines) + "\n";
    }
}
