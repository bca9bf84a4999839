package io.rush.api;

import io.rush.api.error.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a script that starts remote workers looks like. Immutable; each method returns a changed copy and refuses bad
 * values at once.
 */
public final class WorkerScript {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,51}[a-z0-9])?");

    /** What runs the script. */
    public enum Form {
        /** A POSIX shell. */
        SHELL,
        /** The workload manager SLURM, as an array of jobs: {@code sbatch}. */
        SLURM,
        /** Kubernetes, as an indexed Job: {@code kubectl apply -f}. */
        KUBERNETES
    }

    private final Form form;
    private String name = "rush-worker";
    private String image = "";
    private int workers = 1;
    private String java = "";
    private List<String> jvmOptions = List.of();
    private Optional<String> path = Optional.empty();
    private Optional<String> workingDirectory = Optional.empty();
    private Optional<Heartbeat> heartbeat = Optional.of(Heartbeat.DEFAULT);
    private Duration shutdownGrace = WorkerSpec.DEFAULT_SHUTDOWN_GRACE;
    private List<String> directives = List.of();
    private String secret = "rush-redis";

    private WorkerScript(Form form) {
        this.form = form;
    }

    private WorkerScript(WorkerScript other) {
        this.form = other.form;
        this.name = other.name;
        this.image = other.image;
        this.workers = other.workers;
        this.java = other.java;
        this.jvmOptions = other.jvmOptions;
        this.path = other.path;
        this.workingDirectory = other.workingDirectory;
        this.heartbeat = other.heartbeat;
        this.shutdownGrace = other.shutdownGrace;
        this.directives = other.directives;
        this.secret = other.secret;
    }

    /** A command for a POSIX shell. */
    public static WorkerScript shell() {
        return new WorkerScript(Form.SHELL);
    }

    /** A batch script for SLURM: each worker is a job of an array, and has the array's id and its index in its id. */
    public static WorkerScript slurm() {
        return new WorkerScript(Form.SLURM);
    }

    /**
     * A manifest for Kubernetes: each worker is a pod of an indexed Job, and has the pod's name as its id.
     *
     * @param image a container image that holds a JVM and the artifacts; say where with {@link #classPath}
     */
    public static WorkerScript kubernetes(String image) {
        if (image.isBlank()) {
            throw new ConfigurationException("the container image of the workers is blank; name one");
        }
        WorkerScript copy = new WorkerScript(Form.KUBERNETES);
        copy.image = image;
        return copy;
    }

    /** How many workers one run of the script starts; at least one. Default: 1. */
    public WorkerScript workers(int number) {
        WorkerScript copy = new WorkerScript(this);
        copy.workers = Bounds.workers(number);
        return copy;
    }

    /**
     * Name of the job of SLURM or Kubernetes: 1 to 53 lower case letters, digits and hyphens. Default: {@code rush-worker}.
     */
    public WorkerScript name(String value) {
        if (!NAME.matcher(value).matches()) {
            throw new ConfigurationException("illegal job name '" + value
                    + "': use 1 to 53 lower case letters, digits and hyphens, with a letter or digit at both ends");
        }
        WorkerScript copy = new WorkerScript(this);
        copy.name = value;
        return copy;
    }

    /** The launcher of the JVM. Default: {@code java}, of {@code JAVA_HOME} where a shell knows one. */
    public WorkerScript java(String command) {
        WorkerScript copy = new WorkerScript(this);
        copy.java = command;
        return copy;
    }

    /** Options of the workers' JVMs, for example {@code -Xmx1g}. They are readable by everybody: put no secret there. */
    public WorkerScript jvmOptions(List<String> options) {
        WorkerScript copy = new WorkerScript(this);
        copy.jvmOptions = List.copyOf(options);
        return copy;
    }

    /**
     * Where the artifacts are, as a class path of the machine that the workers run on, for example {@code /opt/app/lib/*}.
     * Default: the paths of this JVM, modules as modules; they fit where the same files stand in the same places.
     */
    public WorkerScript classPath(String value) {
        WorkerScript copy = new WorkerScript(this);
        copy.path = Optional.of(value);
        return copy;
    }

    /** Working directory of the workers. Default: the one in which the script is run. */
    public WorkerScript workingDirectory(String directory) {
        WorkerScript copy = new WorkerScript(this);
        copy.workingDirectory = Optional.of(directory);
        return copy;
    }

    /**
     * The heartbeat, from the moment a worker waits for its start arguments; until these name another one. Default: {@link
     * Heartbeat#DEFAULT}.
     */
    public WorkerScript heartbeat(Duration period, Duration expire) {
        WorkerScript copy = new WorkerScript(this);
        copy.heartbeat = Optional.of(new Heartbeat(period, expire));
        return copy;
    }

    /** No heartbeat: such a worker cannot be killed, and nobody on another machine notices its death. */
    public WorkerScript withoutHeartbeat() {
        WorkerScript copy = new WorkerScript(this);
        copy.heartbeat = Optional.empty();
        return copy;
    }

    /**
     * How long Kubernetes leaves a pod that it ends, beside some seconds for the JVM; zero or more. How long the worker
     * takes is for {@link WorkerSpec#shutdownGrace} to say. Default: 25 seconds.
     */
    public WorkerScript shutdownGrace(Duration grace) {
        WorkerScript copy = new WorkerScript(this);
        copy.shutdownGrace = Bounds.shutdownGrace(grace);
        return copy;
    }

    /** Further {@code #SBATCH} options, for example {@code --time=02:00:00}; for SLURM alone. */
    public WorkerScript directives(List<String> options) {
        if (options.stream().anyMatch(option -> option.lines().count() != 1)) {
            throw new ConfigurationException("each option of sbatch is one line; give them one by one: " + options);
        }
        WorkerScript copy = new WorkerScript(this);
        copy.directives = List.copyOf(options);
        return copy;
    }

    /** Name of the Secret with the URL of Redis under {@code url}; for Kubernetes alone. Default: {@code rush-redis}. */
    public WorkerScript secret(String secretName) {
        if (!NAME.matcher(secretName).matches()) {
            throw new ConfigurationException("illegal name of a Secret '" + secretName
                    + "': use 1 to 53 lower case letters, digits and hyphens, with a letter or digit at both ends");
        }
        WorkerScript copy = new WorkerScript(this);
        copy.secret = secretName;
        return copy;
    }

    public Form form() {
        return form;
    }

    /** The container image; empty but for Kubernetes. */
    public String image() {
        return image;
    }

    public int workers() {
        return workers;
    }

    public String name() {
        return name;
    }

    /** The launcher of the JVM; empty for the default. */
    public String java() {
        return java;
    }

    public List<String> jvmOptions() {
        return jvmOptions;
    }

    /** The class path; empty for the paths of this JVM. */
    public Optional<String> classPath() {
        return path;
    }

    public Optional<String> workingDirectory() {
        return workingDirectory;
    }

    public Optional<Heartbeat> heartbeat() {
        return heartbeat;
    }

    public Duration shutdownGrace() {
        return shutdownGrace;
    }

    public List<String> directives() {
        return directives;
    }

    public String secret() {
        return secret;
    }
}
