package dev.handshake.notification;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who muted whoever is at work in this transaction. Asked once by the one who sends, not for each that is told: an
 * offering tells a thousand.
 */
@TransactionScoped
class MuteLookup implements Serializable {

    private final Map<String, Set<String>> accounts = new HashMap<>();

    boolean hasMuted(String account, String sender) {
        return accounts.computeIfAbsent(sender, Mute::findAccountsThatMuted).contains(account);
    }
}
