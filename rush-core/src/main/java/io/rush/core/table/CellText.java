package io.rush.core.table;

import io.rush.api.task.TaskState;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value as readers see it: integers in full, other numbers with six significant digits, bytes by their number. */
final class CellText {
    private static final MathContext SIX_DIGITS = new MathContext(6);
    /** Powers of ten that are shown without an exponent. */
    private static final int LEAST_PLAIN = -4;

    private static final int GREATEST_PLAIN = 5;

    private CellText() {}

    static String of(@Nullable Object value) {
        if (value instanceof Double number) {
            return number.isNaN() || number.isInfinite() ? number.toString() : shortened(new BigDecimal(number));
        } else if (value instanceof BigDecimal number) {
            return shortened(number);
        } else if (value instanceof List<?> list) {
            return list.stream().map(CellText::of).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(member -> member.getKey() + "=" + of(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        } else if (value instanceof TaskState state) {
            return state.name().toLowerCase(Locale.ROOT);
        }
        return String.valueOf(value);
    }

    private static String shortened(BigDecimal number) {
        BigDecimal rounded = number.round(SIX_DIGITS).stripTrailingZeros();
        long exponent = (long) rounded.precision() - rounded.scale() - 1;
        if (exponent >= LEAST_PLAIN && exponent <= GREATEST_PLAIN) {
            return rounded.toPlainString();
        }
        BigDecimal mantissa = new BigDecimal(rounded.unscaledValue(), rounded.precision() - 1);
        return mantissa.toPlainString() + String.format(Locale.ROOT, "e%+03d", exponent);
    }
}
