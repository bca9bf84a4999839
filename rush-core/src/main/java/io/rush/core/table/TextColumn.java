package io.rush.core.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A column of a printed table.
 *
 * @param texts its lines: the name, then the cells
 * @param width characters of the longest
 */
record TextColumn(List<String> texts, int width, boolean rightAligned) {
    private static final String MISSING = "-";
    private static final int LONGEST = 40;

    static TextColumn of(String name, List<Optional<Object>> cells) {
        List<String> texts = new ArrayList<>();
        texts.add(fitted(name));
        cells.forEach(cell -> texts.add(cell.map(TextColumn::text).orElse(MISSING)));
        boolean numbers = cells.stream().flatMap(Optional::stream).anyMatch(Number.class::isInstance);
        return of(texts, numbers);
    }

    /** Row numbers, which have no name. */
    static TextColumn ofNumbers(int[] rows) {
        List<String> texts = new ArrayList<>();
        texts.add("");
        IntStream.of(rows).mapToObj(Integer::toString).forEach(texts::add);
        return of(texts, true);
    }

    private static TextColumn of(List<String> texts, boolean rightAligned) {
        int width = texts.stream().mapToInt(String::length).max().orElse(0);
        return new TextColumn(texts, width, rightAligned);
    }

    String line(int index) {
        String text = texts.get(index);
        String padding = " ".repeat(width - text.length());
        return rightAligned ? padding + text : text + padding;
    }

    private static String text(Object cell) {
        return fitted(CellText.of(cell));
    }

    /** In one line, without what would move the cursor, and not too long. */
    private static String fitted(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, endOf(text)) + "…";
        return cut.replaceAll("\\p{Cntrl}", " ");
    }

    /** Does not part a surrogate pair. */
    private static int endOf(String text) {
        int end = LONGEST - 1;
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
