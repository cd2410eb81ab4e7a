package dev.handshake.notification;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Caches, per transaction, which accounts muted the sender. One query per sender rather than per recipient: a batch of
 * offers notifies up to a thousand accounts.
 */
@TransactionScoped
public class MuteLookup implements Serializable {

    private final Map<String, Set<String>> accounts = new HashMap<>();

    public boolean hasMuted(String account, String sender) {
        return accounts.computeIfAbsent(sender, Mute::findAccountsThatMuted).contains(account);
    }
}
