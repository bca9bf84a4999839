package io.rush.it.store;

import java.io.PrintWriter;
import java.io.StringWriter;

/** All that a log shows of a failure: its causes and suppressed ones too. */
final class Printed {
    private Printed() {}

    static String of(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
