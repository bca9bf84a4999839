package io.rush.core.launch;

import io.rush.api.WorkerSpec;
import io.rush.core.workload.WorkloadLoaderTest;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A controller's JVM that starts one worker in a process and waits to be killed. */
public final class StartingParent {
    private StartingParent() {}

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> environment = arguments[1].equals("supervised")
                ? Map.of(HoldingWorker.PORT, arguments[0], HoldingWorker.SUPERVISED, "yes")
                : Map.of(HoldingWorker.PORT, arguments[0]);
        LocalWorkers workers = Fixtures.processes(new RecordingRegistry(), HoldingWorker.class);
        workers.start(WorkerSpec.of(WorkloadLoaderTest.Good.class)
                .environment(environment)
                .supervised(arguments[1].equals("supervised")));
        new CountDownLatch(1).await();
    }
}
