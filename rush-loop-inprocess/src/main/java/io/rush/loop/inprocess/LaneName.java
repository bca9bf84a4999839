package io.rush.loop.inprocess;

/**
 * What the thread of a lane is called.
 *
 * @param workerId of the worker
 * @param lane number of the lane, from 1
 * @param thread number of the thread in it, from 1: more than one if threads were abandoned
 */
record LaneName(String workerId, int lane, int thread) {
    static LaneName first(String workerId, int lane) {
        return new LaneName(workerId, lane, 1);
    }

    LaneName next() {
        return new LaneName(workerId, lane, thread + 1);
    }

    @Override
    public String toString() {
        String name = "rush-worker-" + workerId + "-lane-" + lane;
        return thread == 1 ? name : name + "." + thread;
    }
}
