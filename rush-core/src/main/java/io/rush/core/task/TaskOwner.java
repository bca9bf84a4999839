package io.rush.core.task;

/**
 * A worker as the owner of tasks: its id and which start of it this is.
 *
 * @param workerId identifies it in its network
 * @param epoch when the worker was started, as no other start of that id; an earlier start owns nothing any more
 */
public record TaskOwner(String workerId, long epoch) {}
