package io.rush.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Attempts are numbered without a gap, and those of a feed say which of them have begun. */
class AttemptsTest {
    @Test
    void thoseThatBeginAtOnceHaveBareNumbersAndNoMark() {
        Attempts attempts = Attempts.direct();

        assertThat(attempts.take(3)).isZero();
        assertThat(attempts.take(1)).isEqualTo(3);
        assertThat(attempts.text(3)).isEqualTo("3");
        assertThat(attempts.mark()).isEmpty();
        assertThat(attempts.isAfter(0, "3")).isFalse();
    }

    @Test
    void thoseOfAFeedBearItsNumberAndAMark() {
        Attempts attempts = Attempts.reserved(7);

        assertThat(attempts.mark()).isEqualTo("7r0");
        assertThat(attempts.take(2)).isEqualTo(1);
        attempts.begin(2);

        assertThat(attempts.text(2)).isEqualTo("7r2");
        assertThat(attempts.mark()).isEqualTo("7r2");
        assertThat(attempts.begun()).isEqualTo(2);
        assertThat(attempts.next()).isEqualTo(3);
    }

    @Test
    void numbersThatWereGivenBackAreTakenAgain() {
        Attempts attempts = Attempts.reserved(1);
        attempts.take(2);
        attempts.take(5);

        attempts.putBack(5);

        assertThat(attempts.take(6)).isEqualTo(3);
        assertThat(attempts.take(1)).isEqualTo(9);
    }

    @Test
    void anAttemptOfAnotherKindIsNotAfterAny() {
        Attempts attempts = Attempts.reserved(1);

        assertThat(attempts.isAfter(9, "1r10")).isTrue();
        assertThat(List.of("1r9", "1r2", "10", "2r10", "11r10")).noneMatch(text -> attempts.isAfter(9, text));
    }

    @Test
    void aTakeThatBeginsItsFirstMarksItAndOneThatDoesNotLeavesTheMark() {
        Attempts attempts = Attempts.reserved(1);
        Take take = new Take(4, ReadFields.of(List.of()).withReturned(), attempts);

        assertThat(take.number()).isEqualTo(1);
        assertThat(attempts.begun()).isZero();
        assertThat(take.beginningFirst().number()).isEqualTo(5);
        assertThat(attempts.begun()).isEqualTo(5);
        assertThat(take.beginningFirst().atMost(2).number()).isEqualTo(9);
        assertThat(attempts.begun()).isEqualTo(5);
        assertThat(attempts.next()).isEqualTo(11);
    }
}
