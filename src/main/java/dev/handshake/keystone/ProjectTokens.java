package dev.handshake.keystone;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tokens of the portal's own user, one for each account it acts in. Signed in once by password; each account's token is
 * derived from that and kept until shortly before it expires.
 */
@ApplicationScoped
public class ProjectTokens {

    /** A token is not used in the last moments, so that it does not expire on its way. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    /** After a refusal, which costs Keystone a check of the password. */
    private static final Duration RETRY_UNKNOWN = Duration.ofMinutes(1);

    private final KeystoneConfig settings;
    private final KeystoneSignIn signIn;
    private final Clock clock;
    private final Cache<String, ProjectToken> tokens;
    private final Cache<String, Boolean> unknownProjects;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile ProjectToken base;

    ProjectTokens(KeystoneConfig settings, KeystoneSignIn signIn, Clock clock) {
        this.settings = settings;
        this.signIn = signIn;
        this.clock = clock;
        this.tokens =
                Caffeine.newBuilder().maximumSize(settings.cacheMaxEntries()).build();
        this.unknownProjects = Caffeine.newBuilder()
                .maximumSize(settings.cacheMaxEntries())
                .expireAfterWrite(RETRY_UNKNOWN)
                .build();
    }

    /**
     * The token of the account. Blocks for at most a few times {@code handshake.keystone.timeout}.
     *
     * @throws UnknownProjectException if the portal's user has no role in the account
     * @throws IOException if Keystone gives no answer, or refuses the portal's user
     */
    public ProjectToken get(String account) throws IOException, InterruptedException {
        ProjectToken known = tokens.getIfPresent(account);
        if (known != null && isUsable(known)) {
            return known;
        }
        if (unknownProjects.getIfPresent(account) != null) {
            throw new UnknownProjectException();
        }
        try {
            ProjectToken fresh = fetch(account);
            tokens.put(account, fresh);
            return fresh;
        } catch (UnknownProjectException refused) {
            unknownProjects.put(account, true);
            throw refused;
        }
    }

    /** Forgets a token that was refused. */
    public void drop(String account, ProjectToken refused) {
        tokens.asMap().remove(account, refused);
    }

    /** A refusal may also mean that the token at hand was revoked, so it is asked once more with a new one. */
    private ProjectToken fetch(String account) throws IOException, InterruptedException {
        ProjectToken before = base;
        ProjectToken hand = signIn(null);
        try {
            return signIn.byToken(hand, account);
        } catch (InvalidTokenException refused) {
            if (!hand.equals(before)) {
                throw new UnknownProjectException();
            }
        }
        try {
            return signIn.byToken(signIn(hand), account);
        } catch (InvalidTokenException refused) {
            throw new UnknownProjectException();
        }
    }

    /** @param refused a token that is not to be used again, or null */
    private ProjectToken signIn(ProjectToken refused) throws IOException, InterruptedException {
        if (!lock.tryLock(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("Keystone gives no answer");
        }
        try {
            if (base == null || base.equals(refused) || !isUsable(base)) {
                base = signIn.byPassword();
            }
            return base;
        } catch (InvalidTokenException refusedUser) {
            throw new IOException("Keystone refuses the portal's user: see handshake.keystone.user", refusedUser);
        } finally {
            lock.unlock();
        }
    }

    private boolean isUsable(ProjectToken token) {
        return clock.instant().plus(MARGIN).isBefore(token.expires());
    }
}
