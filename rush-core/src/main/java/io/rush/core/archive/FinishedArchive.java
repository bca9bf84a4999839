package io.rush.core.archive;

import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Script;
import io.rush.core.script.ScriptSender;
import io.rush.core.script.Waiter;
import io.rush.core.table.FieldResolver;
import io.rush.core.table.TablePart;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** The finished tasks as one handle sees them: what it read, and what it delivered as new. Thread-safe. */
final class FinishedArchive {
    private static final String NOBODY = "";

    private final NetworkStore network;
    private final FieldResolver outsourced;
    private final OptionalLong cacheLimitBytes;
    private final Waiter waiter;
    private FinishedTasks tasks;
    private volatile TablePart known;
    private int delivered;

    FinishedArchive(NetworkStore network, FieldResolver outsourced, OptionalLong cacheLimitBytes) {
        this.network = network;
        this.outsourced = outsourced;
        this.cacheLimitBytes = cacheLimitBytes;
        this.waiter = new Waiter(network);
        this.tasks = new FinishedTasks(network, outsourced, cacheLimitBytes, FinishedTasks.UNKNOWN);
        this.known = tasks.part(0, 0);
    }

    private void begin(String firstKey) {
        tasks = new FinishedTasks(network, outsourced, cacheLimitBytes, firstKey);
        known = tasks.part(0, 0);
    }

    /** Those that were read so far; waits for nobody. */
    TablePart known() {
        return known;
    }

    /** All of them. */
    synchronized TablePart all() {
        refresh(NOBODY);
        return known;
    }

    /** The first so many; all if there are fewer. */
    synchronized TablePart first(long number) {
        refresh(NOBODY);
        return tasks.part(0, (int) Math.min(number, tasks.size()));
    }

    /** Those that were not delivered as new before. */
    synchronized TablePart undelivered() {
        refresh(NOBODY);
        return deliver();
    }

    /** Waits until there is one that was not delivered; returns those, or all, and marks all as delivered. */
    Optional<TablePart> await(Duration timeout, boolean all) {
        return waiter.awaitReply(timeout, (waiterId, sender) -> look(waiterId, sender, all));
    }

    /** Does not keep other threads from the archive while it waits; what these read meanwhile is not read twice. */
    private Optional<TablePart> look(String waiterId, ScriptSender sender, boolean all) {
        FinishedTasks asked;
        int from;
        Arguments question;
        synchronized (this) {
            asked = tasks;
            from = asked.size();
            question = asked.next(waiterId);
        }
        FinishedPage page = FinishedPage.of(sender.send(Script.READ_FINISHED, question));
        synchronized (this) {
            if (asked == tasks && from == tasks.size() && tasks.accept(page)) {
                note();
            } else {
                refresh(waiterId);
            }
            return news(all);
        }
    }

    private Optional<TablePart> news(boolean all) {
        if (delivered == tasks.size()) {
            return Optional.empty();
        }
        TablePart undelivered = deliver();
        return Optional.of(all ? known : undelivered);
    }

    private TablePart deliver() {
        TablePart part = tasks.part(delivered, tasks.size());
        delivered = tasks.size();
        return part;
    }

    /** Drops what was read; what was delivered stays delivered. */
    synchronized void dropCache() {
        begin(tasks.firstKey());
    }

    /** Begins anew after the network was reset. */
    synchronized void forget() {
        begin(FinishedTasks.UNKNOWN);
        delivered = 0;
    }

    private void refresh(String waiterId) {
        while (!tasks.refresh(waiterId)) {
            forget();
        }
        note();
    }

    private void note() {
        delivered = Math.min(delivered, tasks.size());
        if (known.to() != tasks.size()) {
            known = tasks.part(0, tasks.size());
        }
    }
}
