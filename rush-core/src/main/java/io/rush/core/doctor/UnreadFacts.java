package io.rush.core.doctor;

import io.rush.api.Severity;

/** Whether something may not be looked at. */
final class UnreadFacts implements Check {
    @Override
    public void look(ServerFacts facts, Findings findings) {
        facts.unread()
                .forEach(unread -> findings.add(
                        Severity.INFO,
                        unread.command(),
                        "it cannot be read: " + unread.answer(),
                        "what it would tell is not looked at; servers that are run by a provider often forbid it",
                        "look it up where the server is run, or allow " + unread.command() + " to the user of rush"));
    }
}
