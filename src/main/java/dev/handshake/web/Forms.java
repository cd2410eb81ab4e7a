package dev.handshake.web;

import dev.handshake.error.RefusedException;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Shows a refused form again, with the typed values, the errors beside their fields, and status 422.
 *
 * <p>Resources render validation errors directly with {@link #showAgain}. Rules that refuse later throw an exception.
 * So that resources need not catch it, they register with {@link #onRefusal} how to render the form, and the exception
 * mapper calls that.
 */
@RequestScoped
public class Forms {

    /** The status of a form with invalid input. */
    public static final int UNPROCESSABLE = 422;

    private Predicate<RefusedException> isAnsweredByForm = no -> false;
    private Function<RefusedException, Response> form;

    /** Renders {@code form} for any refusal in the rest of this request. */
    public void onRefusal(Function<RefusedException, Response> form) {
        onRefusal(no -> true, form);
    }

    /** Renders {@code form} for matching refusals in the rest of this request; others get the refusal page. */
    public void onRefusal(Predicate<RefusedException> which, Function<RefusedException, Response> form) {
        this.isAnsweredByForm = which;
        this.form = form;
    }

    /** The form's response to this refusal, if one is registered. */
    public Optional<Response> answer(RefusedException no) {
        return isAnsweredByForm.test(no) ? Optional.of(form.apply(no)) : Optional.empty();
    }

    /** The form with typed values and errors, as response to a POST. */
    public static Response showAgain(TemplateInstance form) {
        return showAgain(UNPROCESSABLE, form);
    }

    /** Same with another status, for refusals that are not about the input alone. */
    public static Response showAgain(int status, TemplateInstance form) {
        return Response.status(status).entity(form).build();
    }
}
