package io.rush.core.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * Reads JSON objects of one kind quickly, as long as they are what most tasks have: numbers, short texts, booleans and
 * nulls under plain names, without space between them. It expects the names of the object before and learns others.
 * What it does not know, be it rare or damaged, it leaves to {@link JsonValues}, with which it always agrees. For one
 * thread.
 *
 * @param <C> what stands for a name
 */
public final class FlatReader<C> {
    private static final int FIRST_CAPACITY = 8;
    private static final int UNREADABLE = -1;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final MemberSink<C> sink;
    private final NumberScanner numbers = new NumberScanner();
    /** Of each member the name in quotes and the colon, as they stood in the text. */
    private byte[][] names = new byte[FIRST_CAPACITY][];

    private Object[] columns = new Object[FIRST_CAPACITY];
    private int known;

    public FlatReader(MemberSink<C> sink) {
        this.sink = sink;
    }

    /** Reads an object; returns false if it must be read by other means, and the sink may have seen some members. */
    public boolean read(byte[] json) {
        // The brace at the end is where whoever looks for the end of a number stops.
        int last = json.length - 1;
        if (last < 1 || json[0] != '{' || json[last] != '}') {
            return false;
        }
        int separator = 0;
        for (int member = 0; separator < last; member++) {
            int name = separator + 1;
            if (json[separator] != (member == 0 ? '{' : ',')) {
                return false;
            } else if (name == last) {
                return member == 0;
            } else if (!isExpected(json, name, member) && !learn(json, name, member)) {
                return false;
            }
            separator = readValue(json, name + names[member].length, column(member));
            if (separator == UNREADABLE) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    private C column(int member) {
        return (C) columns[member];
    }

    private boolean isExpected(byte[] json, int from, int member) {
        if (member >= known) {
            return false;
        }
        byte[] name = names[member];
        int end = from + name.length;
        return end < json.length && Arrays.equals(json, from, end, name, 0, name.length);
    }

    private boolean learn(byte[] json, int from, int member) {
        int end = json[from] == '"' ? endOfText(json, from + 1) : UNREADABLE;
        boolean plain = end > from + 1 && json[from + 1] != '$' && json[end + 1] == ':';
        if (plain) {
            if (member == names.length) {
                names = Arrays.copyOf(names, member * 2);
                columns = Arrays.copyOf(columns, member * 2);
            }
            names[member] = Arrays.copyOfRange(json, from, end + 2);
            columns[member] = sink.column(new String(json, from + 1, end - from - 1, ISO_8859_1));
            known = Math.max(known, member + 1);
        }
        return plain;
    }

    /** Returns the index after the value. */
    private int readValue(byte[] json, int from, C column) {
        return switch (json[from]) {
            case '"' -> readText(json, from + 1, column);
            case 't' -> readBoolean(json, from, TRUE, column);
            case 'f' -> readBoolean(json, from, FALSE, column);
            case 'n' -> readNull(json, from, column);
            default -> readNumber(json, from, column);
        };
    }

    private int readNumber(byte[] json, int from, C column) {
        if (!numbers.scan(json, from)) {
            return UNREADABLE;
        }
        if (numbers.isWhole()) {
            sink.putLong(column, numbers.whole());
        } else {
            sink.putDouble(column, numbers.decimal());
        }
        return numbers.end();
    }

    private int readText(byte[] json, int from, C column) {
        int end = endOfText(json, from);
        if (end == UNREADABLE) {
            return UNREADABLE;
        }
        sink.putObject(column, new String(json, from, end - from, ISO_8859_1));
        return end + 1;
    }

    private int readBoolean(byte[] json, int from, byte[] literal, C column) {
        int end = endOfLiteral(json, from, literal);
        if (end != UNREADABLE) {
            sink.putObject(column, literal == TRUE);
        }
        return end;
    }

    private int readNull(byte[] json, int from, C column) {
        int end = endOfLiteral(json, from, NULL);
        if (end != UNREADABLE) {
            sink.putNull(column);
        }
        return end;
    }

    private static int endOfLiteral(byte[] json, int from, byte[] literal) {
        int end = from + literal.length;
        boolean there = end < json.length && Arrays.equals(json, from, end, literal, 0, literal.length);
        return there ? end : UNREADABLE;
    }

    /** Index of the quote that ends a text of plain ASCII; never the last one of all. */
    private static int endOfText(byte[] json, int from) {
        int end = from;
        while (end < json.length - 1 && json[end] >= ' ' && json[end] != '"' && json[end] != '\\') {
            end++;
        }
        return json[end] == '"' && end < json.length - 1 ? end : UNREADABLE;
    }
}
