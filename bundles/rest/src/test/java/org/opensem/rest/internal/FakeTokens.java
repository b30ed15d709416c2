package org.opensem.rest.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opensem.access.Tokens;
import org.opensem.language.Message;
import org.opensem.settings.Fault;

/** Tokens that only need a name. */
final class FakeTokens implements Tokens {
    private final List<Token> tokens = new ArrayList<>();

    @Override
    public List<Token> list() {
        return List.copyOf(tokens);
    }

    @Override
    public Made make(String name, Right right) {
        if (name.isBlank()) {
            return new Made(List.of(new Fault("name", Message.plain("A name is missing."))), Optional.empty(), "");
        }
        Token token = new Token("t" + tokens.size(), name, right, Instant.parse("2026-11-22T13:27:01Z"), Optional.empty());
        tokens.add(token);
        return new Made(List.of(), Optional.of(token), "sem_secret");
    }

    @Override
    public boolean withdraw(String id) {
        return tokens.removeIf(token -> token.id().equals(id));
    }
}
