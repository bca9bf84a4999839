package io.rush.bench.figure;

import io.rush.api.Rush;
import io.rush.bench.floor.BareRedis;
import io.rush.bench.floor.RecordingStore;
import io.rush.bench.floor.Resp;
import io.rush.bench.report.Bar;
import io.rush.bench.report.Quantity;
import io.rush.bench.report.Sample;
import java.util.List;

/**
 * A handle that has read everything fetches after one task was added, in a small and a large network by turns; the
 * floor sends the call that the fetch just sent.
 */
final class WarmFetch implements Figure {
    private static final String BARE = "one bare script call";
    private static final Quantity SMALL =
            Quantity.of("one new task, small archive", "us", BARE, Bar.atMostTimesTheFloor(1.5));
    private static final Quantity LARGE =
            Quantity.of("one new task, large archive", "us", BARE, Bar.atMostTimesTheFloor(1.5));
    private static final Quantity FLAT =
            Quantity.of("large archive against small", "us", "the small archive", Bar.atMostTimesTheFloor(1.2));

    private final Side small;
    private final Side large;
    private final BareRedis bare;
    private final int fetches;

    WarmFetch(Lab lab) {
        this.bare = lab.bare();
        this.fetches = lab.sizes().waits();
        this.small = new Side(lab, bare, lab.archive(lab.sizes().small()));
        this.large = new Side(lab, bare, lab.archive(lab.sizes().large()));
    }

    @Override
    public List<Sample> round() {
        Times ofSmall = new Times();
        Times ofLarge = new Times();
        for (int i = 0; i < fetches; i++) {
            small.fetchOneNew(ofSmall);
            large.fetchOneNew(ofLarge);
        }
        small.check();
        large.check();
        return List.of(
                Sample.of(SMALL, ofSmall.ours().median(), ofSmall.floor().median()),
                Sample.of(LARGE, ofLarge.ours().median(), ofLarge.floor().median()),
                Sample.of(FLAT, ofLarge.ours().median(), ofSmall.ours().median()));
    }

    @Override
    public void close() {
        small.close();
        large.close();
        bare.close();
    }

    private record Times(Timer ours, Timer floor) {
        Times() {
            this(new Timer(), new Timer());
        }
    }

    /** One of the two networks and a handle on it. */
    private static final class Side implements AutoCloseable {
        private final BareRedis bare;
        private final FinishedNetwork network;
        private final RecordingStore recorder;
        private final Rush writer;
        private final Rush reader;

        Side(Lab lab, BareRedis bare, FinishedNetwork network) {
            this.bare = bare;
            this.network = network;
            this.recorder = lab.recorder();
            this.writer = lab.connect(network.id());
            this.reader = lab.connect(network.id(), recorder);
            reader.archive().fetchFinished();
        }

        void fetchOneNew(Times times) {
            network.add(writer, 1);
            recorder.takeFlushes();
            times.ours().time(reader.archive()::fetchFinished);
            byte[] call = Resp.bytes(recorder.takeCommand());
            times.floor().time(() -> bare.send(call, 1));
        }

        void check() {
            network.check(reader.archive().fetchFinished());
        }

        @Override
        public void close() {
            reader.close();
            writer.close();
            recorder.close();
        }
    }
}
