package dev.handshake.notification;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;

/**
 * Where mails go to the mail server: all on one event loop. Vert.x opens a connection on the loop of one thread and
 * begins to listen on that of another, now and then after the server's greeting came in; then the greeting is lost, and
 * the mail waits for it without an end.
 */
@ApplicationScoped
class MailSender {

    private final ReactiveMailer mailer;
    private final Context eventLoop;

    MailSender(ReactiveMailer mailer, Vertx vertx) {
        this.mailer = mailer;
        this.eventLoop = VertxContext.getRootContext(vertx.getOrCreateContext());
    }

    /** @return done when the mail server took it, or with its no */
    CompletableFuture<Void> send(Mail letter) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        eventLoop.runOnContext(now -> Uni.createFrom()
                .deferred(() -> mailer.send(letter))
                .subscribe()
                .with(answer::complete, answer::completeExceptionally));
        return answer;
    }
}
