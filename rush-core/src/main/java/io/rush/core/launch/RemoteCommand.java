package io.rush.core.launch;

import io.rush.api.WorkerScript;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a remote worker without its launcher and its id.
 *
 * @param arguments those of the launcher, then those of the worker
 */
record RemoteCommand(List<String> arguments) {
    static RemoteCommand of(WorkerScript script, String networkId, Class<?> mainClass) {
        List<String> arguments = new ArrayList<>();
        if (script.classPath().isPresent()) {
            arguments.addAll(List.of("-cp", script.classPath().get()));
            arguments.addAll(script.jvmOptions());
            arguments.add(mainClass.getName());
        } else {
            arguments.addAll(JvmCommand.pathOptions(RunningJvm.here()));
            arguments.addAll(script.jvmOptions());
            arguments.addAll(JvmCommand.mainOptions(mainClass));
        }
        arguments.addAll(WorkerCommand.remoteArguments(networkId, script.heartbeat()));
        return new RemoteCommand(List.copyOf(arguments));
    }
}
