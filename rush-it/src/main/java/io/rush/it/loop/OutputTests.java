package io.rush.it.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.RushConfig;
import io.rush.api.WorkerState;
import io.rush.it.loop.fixture.Deed;
import io.rush.it.loop.fixture.Named;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a function prints harms nobody, and outputs may be large. */
abstract class OutputTests extends LoopTests {
    OutputTests(LoopContract loop) {
        super(loop);
    }

    /** Spares Redis the largest outputs. */
    @Override
    final RushConfig.Builder settings(RushConfig.Builder config) {
        return config.largeObjectDirectory(directory.resolve("large")).largeObjectLimitBytes(1 << 20);
    }

    @Test
    final void aFloodOnStandardOutputAndErrorHoldsNobodyUp() {
        assertGoesOn(Deed.FLOOD);
    }

    @Test
    final void whatLooksLikeMessagesIsTakenForNone() {
        assertGoesOn(Deed.BABBLE);
    }

    @Test
    final void standardOutputAndErrorMayBeClosed() {
        assertGoesOn(Deed.CLOSE);
    }

    /** The deed is no other task's loss, and returns what went in, as those around it do. */
    private void assertGoesOn(Deed deed) {
        List<String> workers = start(doingApart());
        List<String> keys = push(Deed.ECHO, deed, Deed.ECHO, Deed.ECHO);

        awaitFinished(keys);

        assertThat(rush().archive().fetchFinished().rows())
                .allSatisfy(row -> assertThat(row.ys()).isEqualTo(row.xs()));
        assertThat(rush().workers().states()).containsEntry(workers.get(0), WorkerState.RUNNING);
    }

    @Test
    final void outputsOfAHundredMegabytesArrive() {
        start(doingApart("-Xmx2g"));
        List<String> keys = push(Deed.HUGE, Deed.ECHO);

        awaitFinished(keys);

        String text = Named.text(outputs(keys.get(0)), "text");
        assertThat(text.length()).isEqualTo(100 << 20);
        assertThat(text.charAt(text.length() - 1)).isEqualTo('x');
    }
}
