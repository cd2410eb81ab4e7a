package dev.handshake.web;

import dev.handshake.error.RefusedException;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A form that is refused comes back with what was typed, the error beside its field, and the status 422.
 *
 * <p>A resource answers what is wrong with the form itself by {@link #showAgain}. What a rule refuses later is an
 * exception: so that nobody has to catch it, the resource says beforehand, by {@link #onRefusal}, how its form comes
 * back, and the exception mapper asks for that.
 */
@RequestScoped
public class Forms {

    /** The status of a form that cannot be processed as it is. */
    public static final int UNPROCESSABLE = 422;

    private Predicate<RefusedException> isAnsweredByForm = no -> false;
    private Function<RefusedException, Response> form;

    /** From here on in this request, {@code form} answers every refusal. */
    public void onRefusal(Function<RefusedException, Response> form) {
        onRefusal(no -> true, form);
    }

    /** From here on in this request, {@code form} answers those refusals; any other has a page of its own. */
    public void onRefusal(Predicate<RefusedException> which, Function<RefusedException, Response> form) {
        this.isAnsweredByForm = which;
        this.form = form;
    }

    /** The form that answers this refusal, where one does. */
    public Optional<Response> answer(RefusedException no) {
        return isAnsweredByForm.test(no) ? Optional.of(form.apply(no)) : Optional.empty();
    }

    /** The form with what was typed and the errors, as the answer to a post. */
    public static Response showAgain(TemplateInstance form) {
        return showAgain(UNPROCESSABLE, form);
    }

    /** The same with another status, where what was typed is not all that was wrong. */
    public static Response showAgain(int status, TemplateInstance form) {
        return Response.status(status).entity(form).build();
    }
}
