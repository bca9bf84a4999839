package io.rush.core.doctor;

/** Looks for one kind of trouble. Stateless. */
@FunctionalInterface
interface Check {
    void look(ServerFacts facts, Findings findings);
}
