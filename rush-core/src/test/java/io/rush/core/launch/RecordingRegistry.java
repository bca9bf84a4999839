package io.rush.core.launch;

import io.rush.api.WorkerState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A book of workers in memory that remembers what it was told. */
final class RecordingRegistry implements WorkerRegistry {
    /** What {@code depart} was told and whether it counted. */
    record Departure(String workerId, WorkerState state, String message, boolean counted) {}

    final List<String> announced = Collections.synchronizedList(new ArrayList<>());
    private final BlockingQueue<Departure> departures = new LinkedBlockingQueue<>();
    private final Set<String> left = ConcurrentHashMap.newKeySet();

    @Override
    public void announce(List<String> workerIds, Announcement announcement) {
        announced.addAll(workerIds);
        left.removeAll(workerIds);
    }

    @Override
    public void askToLeave(String workerId) {
        throw new UnsupportedOperationException(workerId);
    }

    @Override
    public byte[] outsource(byte[] startArguments) {
        return startArguments;
    }

    @Override
    public boolean depart(String workerId, WorkerState state, String message) {
        boolean counted = left.add(workerId);
        departures.add(new Departure(workerId, state, message, counted));
        return counted;
    }

    /** The next departure; fails after a minute. */
    Departure nextDeparture() throws InterruptedException {
        Departure departure = departures.poll(1, TimeUnit.MINUTES);
        if (departure == null) {
            throw new AssertionError("nobody left within a minute");
        }
        return departure;
    }

    boolean nobodyLeft() {
        return departures.isEmpty();
    }
}
