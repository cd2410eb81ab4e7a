package dev.handshake.account;

import dev.handshake.web.Theme;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Pattern;

/** {@code /account/theme}: light, dark, or as the system says. Redirects to the page where it was chosen. */
@Path("/account/theme")
@Authenticated
public class ThemeResource {

    /** A path of this portal, never another host. */
    private static final Pattern PAGE =
            Pattern.compile("/(?!/)(?!.*%(?![0-9A-Fa-f]{2}))[A-Za-z0-9._~%/?&=+,:-]{0,2000}");

    private final Theme theme;

    ThemeResource(Theme theme) {
        this.theme = theme;
    }

    @POST
    public Response choose(@FormParam("theme") String name, @FormParam("page") String page) {
        theme.choose(name);
        boolean isPage = page != null && PAGE.matcher(page).matches();
        return Response.seeOther(URI.create(isPage ? page : "/account"))
                .header("Clear-Site-Data", "\"prefetchCache\"") // pages loaded ahead have the old theme
                .build();
    }
}
