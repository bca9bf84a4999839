package io.rush.core.launch;

import io.rush.api.WorkerScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A manifest for Kubernetes: an indexed Job, each pod of which is one worker. Texts are JSON strings, which YAML knows. */
record KubernetesManifest(WorkerScript script, RemoteCommand command, String networkId, Optional<String> storeName) {
    private static final Duration TIME_OF_THE_JVM = Duration.ofSeconds(5);

    String text() {
        List<String> lines = new ArrayList<>(List.of(
                "# Starts workers of the rush network " + networkId + ". They wait until startRemote says what to run.",
                "# The URL of Redis, redis://[user:password@]host[:port][/database], comes from a Secret. Make it first, from"
                        + " a file:",
                "#   kubectl create secret generic " + script.secret() + " --from-file=url=/path/to/the/file",
                "apiVersion: batch/v1",
                "kind: Job",
                "metadata:",
                "  name: " + text(script.name()),
                "spec:",
                "  completions: " + script.workers(),
                "  parallelism: " + script.workers(),
                "  completionMode: Indexed",
                "  backoffLimit: " + script.workers(),
                "  template:",
                "    spec:",
                "      restartPolicy: Never",
                "      terminationGracePeriodSeconds: "
                        + script.shutdownGrace().plus(TIME_OF_THE_JVM).toSeconds(),
                "      containers:",
                "        - name: worker",
                "          image: " + text(script.image())));
        script.workingDirectory().ifPresent(directory -> lines.add("          workingDir: " + text(directory)));
        lines.add("          command:");
        words().forEach(word -> lines.add("            - " + text(word)));
        lines.addAll(environment());
        return String.join("\n", lines) + "\n";
    }

    /** Kubernetes replaces {@code $(NAME)} in a command; a second dollar keeps it from that. */
    private List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(script.java().isEmpty() ? "java" : script.java());
        command.arguments().forEach(word -> words.add(word.replace("$(", "$$(")));
        words.addAll(List.of(WorkerCommand.ID, "$(POD_NAME)"));
        return words;
    }

    private List<String> environment() {
        List<String> lines = new ArrayList<>(List.of(
                "          env:",
                "            - name: POD_NAME",
                "              valueFrom:",
                "                fieldRef:",
                "                  fieldPath: metadata.name",
                "            - name: " + NetworkAddress.URL_VARIABLE,
                "              valueFrom:",
                "                secretKeyRef:",
                "                  name: " + text(script.secret()),
                "                  key: url"));
        storeName.ifPresent(name -> lines.addAll(
                List.of("            - name: " + NetworkAddress.STORE_VARIABLE, "              value: " + text(name))));
        return lines;
    }

    private static String text(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                text.append('\\').append((char) character);
            } else if (character < ' ') {
                text.append(String.format("\\u%04x", character));
            } else {
                text.append((char) character);
            }
        });
        return text.append('"').toString();
    }
}
