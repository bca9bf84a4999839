package io.rush.loop.process.wire;

import java.io.IOException;

/** What a message is; one byte on the wire. */
public enum FrameType {
    /** Child: the token that shows whose child it is. */
    HELLO('h'),
    /** Worker: {@link Setup}. */
    SETUP('s'),
    /** Child: the function is created, a task may come. */
    READY('r'),
    /** Child: the function cannot be created; a {@link Report}. */
    UNFIT('u'),
    /** Worker: {@link TaskMessage}. */
    TASK('t'),
    /** Child: the function of a task with a timeout has returned, its outputs follow. */
    RETURNED('e'),
    /** Child: the outputs, as the codec writes them. */
    FINISHED('y'),
    /** Child: the task failed; a {@link Report}. */
    FAILED('f'),
    /** Child: the task failed and this JVM should get no other; a {@link Report}. */
    BROKEN('b'),
    /** Child: a {@link LogLine}. */
    LOG('l'),
    /** Worker: no task will come any more. */
    QUIT('q'),
    /** Never sent: stands for a message that is too large for this JVM; its length as text. */
    OVERSIZED('o'),
    /** Never sent: the other side is gone. */
    GONE('g');

    private final byte code;

    FrameType(char code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    static FrameType of(byte code) throws IOException {
        for (FrameType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new IOException("no message begins with byte " + code);
    }
}
