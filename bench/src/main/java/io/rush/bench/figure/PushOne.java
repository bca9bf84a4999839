package io.rush.bench.figure;

import static io.rush.bench.figure.DeliveryException.require;

import io.rush.api.Rush;
import io.rush.api.store.RedisCommand;
import io.rush.api.task.TaskState;
import io.rush.bench.floor.BareClient;
import io.rush.bench.floor.BareRedis;
import io.rush.bench.floor.RecordingStore;
import io.rush.bench.floor.Resp;
import io.rush.bench.floor.ScriptCall;
import io.rush.bench.report.Bar;
import io.rush.bench.report.Quantity;
import io.rush.bench.report.Sample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pushes tasks one at a time; the floor sends the calls that rush sent for the same tasks, turn by turn. Beside both
 * stands the client library by itself, which shows what of the cost is not rush's.
 */
final class PushOne implements Figure {
    private static final String NETWORK = "push-one";
    private static final Quantity TIME =
            Quantity.of("push of one task", "us", "one bare script call", Bar.atMostTimesTheFloor(1.25));
    private static final Quantity BESIDE_LIBRARY = Quantity.of(
            "push of one task, beside the library", "us", "the same call by the client library itself", Bar.NONE);

    private final List<Map<String, Double>> xss;
    private final List<byte[]> bareCalls;
    private final List<ScriptCall> libraryCalls;
    private final Rush rush;
    private final BareRedis bare;
    private final Optional<BareClient> library;

    PushOne(Lab lab) {
        this.xss = Points.range(0, lab.sizes().calls());
        this.bareCalls = record(lab, xss).stream().map(Resp::bytes).toList();
        this.libraryCalls = record(lab, xss).stream().map(ScriptCall::of).toList();
        this.rush = lab.connect(NETWORK);
        this.bare = lab.bare();
        this.library = lab.client();
    }

    /** What rush sends for the tasks, under other keys each time. */
    private static List<RedisCommand> record(Lab lab, List<Map<String, Double>> xss) {
        try (RecordingStore recorder = lab.recorder();
                Rush recorded = lab.connect(NETWORK, recorder)) {
            List<RedisCommand> calls = new ArrayList<>();
            recorded.tasks().push(xss.get(0)); // so that the server knows the script
            recorder.takeFlushes();
            for (Map<String, Double> xs : xss) {
                recorded.tasks().push(xs);
                calls.add(recorder.takeCommand());
            }
            recorded.reset();
            return calls;
        }
    }

    @Override
    public List<Sample> round() {
        Timer ours = new Timer();
        Timer beside = new Timer();
        Timer floor = new Timer();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < xss.size(); i++) {
            Map<String, Double> xs = xss.get(i);
            ScriptCall libraryCall = libraryCalls.get(i);
            byte[] bareCall = bareCalls.get(i);
            ours.time(() -> keys.add(rush.tasks().push(xs)));
            library.ifPresent(client -> beside.time(() -> client.call(libraryCall)));
            floor.time(() -> bare.send(bareCall, 1));
        }
        check(keys);
        rush.reset();
        return samples(ours, beside, floor);
    }

    private void check(List<String> keys) {
        List<String> queued = new ArrayList<>(rush.tasks().keys(TaskState.QUEUED));
        int sides = library.isPresent() ? 3 : 2;
        DeliveryException.requireEqual("queued tasks", (long) sides * xss.size(), queued.size());
        queued.retainAll(new HashSet<>(keys));
        require(queued.equals(keys), "the queue does not hold the pushed tasks in their order");
    }

    private List<Sample> samples(Timer ours, Timer beside, Timer floor) {
        List<Sample> samples = new ArrayList<>();
        samples.add(Sample.of(TIME, ours.median(), floor.median()));
        library.ifPresent(client -> samples.add(Sample.of(BESIDE_LIBRARY, ours.median(), beside.median())));
        return samples;
    }

    @Override
    public void close() {
        library.ifPresent(BareClient::close);
        bare.close();
        rush.close();
    }
}
