package io.rush.bench.figure;

import java.util.List;

/** All figures, in the order in which they are measured. */
public final class Figures {
    private static final List<FigureEntry> ALL = List.of(
            new FigureEntry("push-one", "push of one task", PushOne::new),
            new FigureEntry("push-many", "push of many tasks with ten numbers at once", PushMany::new),
            loop(Crew.ONE_WORKER, "default loop of one worker JVM"),
            loop(Crew.TWO_WORKERS, "default loop of two worker JVMs"),
            loop(Crew.PREFETCH, "default loop of two worker JVMs that take 16 tasks at once"),
            new FigureEntry("redis-memory", "what Redis keeps of a finished task", RedisMemory::new),
            new FigureEntry("worker-wake-up", "push until an idle worker works", WorkerWakeUp::new),
            new FigureEntry(
                    "controller-wake-up", "finish until a waiting controller has the row", ControllerWakeUp::new),
            new FigureEntry("worker-start", "start of two worker JVMs", WorkerStart::new),
            new FigureEntry("cold-fetch", "first fetch of many finished tasks", ColdFetch::new),
            new FigureEntry("heap", "heap of a cached task", HeapPerTask::new),
            new FigureEntry("warm-fetch", "fetch with one new task, small and large archive", WarmFetch::new),
            new FigureEntry("snapshot", "a table of all that is cached, small and large archive", Snapshot::new),
            new FigureEntry("column", "a column of a large archive as double[]", NumberColumn::new));

    private Figures() {}

    private static FigureEntry loop(Crew crew, String summary) {
        return new FigureEntry(crew.name(), summary, Loop.of(crew));
    }

    /** All of them. */
    public static List<FigureEntry> all() {
        return ALL;
    }
}
