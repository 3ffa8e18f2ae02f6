package fr.agora.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTests {

    @Test
    void aPageEndsWhereTheNextBegins() {
        Slice<String> page = Slice.of(List.of("a", "b", "c"), 2, row -> Cursor.of(row, "id-" + row));

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(new Paging(2, page.next()).after(2)).hasValue(Cursor.of("b", "id-b"));
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(Slice.of(List.of("a", "b"), 2, Cursor::of).next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, 1_000_000})
    void aPageSizeOutOfBoundsIsRefused(int size) {
        assertThatThrownBy(() -> Paging.first(size))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(CommonProblem.INVALID_PARAMETER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "YQ", "éé"})
    void aCursorOfAnotherListIsRefused(String forged) {
        Paging paging = new Paging(10, forged);

        assertThatThrownBy(() -> paging.after(2))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(CommonProblem.INVALID_CURSOR));
    }
}
