package io.rush.core.launch;

import io.rush.api.WorkerScript;
import java.util.Optional;

/**
 * Writes scripts that start the remote workers of a network. Immutable.
 *
 * @param networkId the network
 * @param storeName the store provider, where one was chosen
 * @param mainClass the main class of a worker's process
 */
public record RemoteScripts(String networkId, Optional<String> storeName, Class<?> mainClass) {
    /** The text of a script; it holds no secret. */
    public String write(WorkerScript script) {
        RemoteCommand command = RemoteCommand.of(script, networkId, mainClass);
        return switch (script.form()) {
            case SHELL -> new ShellScript(script, command, networkId, storeName).text();
            case SLURM -> new SlurmScript(script, command, networkId, storeName).text();
            case KUBERNETES -> new KubernetesManifest(script, command, networkId, storeName).text();
        };
    }
}
