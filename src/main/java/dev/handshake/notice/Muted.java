package dev.handshake.notice;

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
class Muted implements Serializable {

    private final Map<String, Set<String>> accounts = new HashMap<>();

    boolean by(String account, String sender) {
        return accounts.computeIfAbsent(sender, Mute::accountsThatMuted).contains(account);
    }
}
