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
 * Passes mails to the mail server, all on one event loop. Called from other threads, Vert.x may open the connection on
 * one event loop and attach the listener on another; now and then the server's greeting arrives in between, is lost,
 * and the mail waits for it forever.
 */
@ApplicationScoped
class MailSender {

    private final ReactiveMailer mailer;
    private final Context eventLoop;

    MailSender(ReactiveMailer mailer, Vertx vertx) {
        this.mailer = mailer;
        this.eventLoop = VertxContext.getRootContext(vertx.getOrCreateContext());
    }

    /** @return completes when the mail server accepted the mail, or fails with its refusal */
    CompletableFuture<Void> send(Mail letter) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        eventLoop.runOnContext(now -> Uni.createFrom()
                .deferred(() -> mailer.send(letter))
                .subscribe()
                .with(answer::complete, answer::completeExceptionally));
        return answer;
    }
}
