package dev.handshake.notification;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import dev.handshake.web.Flash;
import dev.handshake.web.Urls;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/notifications}: the notifications of an account. */
@Path("/{region}/notifications")
@Authenticated
public class NotificationsResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                Actor actor, List<String> others, boolean unreadOnly, Page<NotificationRow> page);
    }

    private final CurrentUser current;
    private final NotificationService notifications;
    private final Flash flash;

    NotificationsResource(CurrentUser current, NotificationService notifications, Flash flash) {
        this.current = current;
        this.notifications = notifications;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(String region, @RestQuery String show, @RestQuery String marker) {
        Actor actor = current.actorIn(region);
        boolean unreadOnly = "unread".equals(show);
        Page<Notification> found = NotificationQueries.list(actor, unreadOnly, Marker.parse(marker));
        Page<NotificationRow> page = new Page<>(NotificationRow.load(region, found.items()), found.next());
        return Templates.list(actor, othersThan(region), unreadOnly, page);
    }

    private List<String> othersThan(String region) {
        return current.user().regions().stream()
                .filter(each -> !each.equals(region))
                .toList();
    }

    @POST
    @Path("{id}/reading")
    public Response markRead(String region, long id) {
        notifications.markRead(current.actorIn(region), id);
        return redirect(region, "Marked as read.");
    }

    /** @param newest the newest notification shown on the page */
    @POST
    @Path("readings")
    public Response markAllRead(String region, @RestForm String newest) {
        notifications.markAllRead(current.actorIn(region), Marker.parse(newest));
        return redirect(region, "All notifications are marked as read.");
    }

    private Response redirect(String region, String message) {
        return flash.to(Urls.notifications(region), message);
    }

    /**
     * One notification as shown on the page.
     *
     * @param mailProblem the worst problem among its mail deliveries, or null
     */
    public record NotificationRow(Notification notification, NotificationText text, MailDeliveryStatus mailProblem) {

        /** Loads the rows of a page, with their mail problems in one query. All must be of one region. */
        static List<NotificationRow> load(String region, List<Notification> notices) {
            List<Long> ids = notices.stream().map(each -> each.id).toList();
            Map<Long, MailDeliveryStatus> amiss = MailDeliveryQueries.findProblems(region, ids).stream()
                    .collect(Collectors.toMap(
                            each -> each.notificationId, MailDelivery::status, NotificationRow::worse));
            return notices.stream()
                    .map(each -> new NotificationRow(each, NotificationText.from(each), amiss.get(each.id)))
                    .toList();
        }

        private static MailDeliveryStatus worse(MailDeliveryStatus one, MailDeliveryStatus other) {
            return one.compareTo(other) > 0 ? one : other;
        }

        public boolean isMailOutcomeUnknown() {
            return mailProblem == MailDeliveryStatus.OUTCOME_UNKNOWN;
        }

        public boolean isMailRefused() {
            return mailProblem == MailDeliveryStatus.REFUSED;
        }
    }
}
