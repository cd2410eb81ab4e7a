package dev.handshake.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormsTest {

    private final RefusedException emptyFile = new RefusedException(Reason.FILE_EMPTY);
    private final RefusedException notFound = new RefusedException(Reason.NOT_FOUND);

    private final Forms forms = new Forms();
    private final Response form = Forms.showAgain(null);

    @Test
    void a_form_comes_back_with_422_unless_another_status_is_said() {
        assertEquals(422, form.getStatus());
        assertEquals(503, Forms.showAgain(503, null).getStatus());
    }

    @Test
    void no_form_answers_before_one_was_sent() {
        assertEquals(Optional.empty(), forms.answer(notFound));
    }

    @Test
    void a_form_answers_with_the_refusal_at_hand() {
        forms.onRefusal(no -> no == emptyFile ? form : null);

        assertSame(form, forms.answer(emptyFile).orElseThrow());
    }

    @Test
    void a_form_answers_only_the_refusals_that_are_about_it() {
        forms.onRefusal(no -> no.reason() == Reason.FILE_EMPTY, no -> form);

        assertSame(form, forms.answer(emptyFile).orElseThrow());
        assertEquals(Optional.empty(), forms.answer(notFound));
    }
}
