package org.opensem.access.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opensem.access.Owner;
import org.opensem.access.Question;
import org.opensem.language.Message;
import org.opensem.settings.Fault;

/** What can be wrong with what an owner types. */
final class Faults {
    private static final int LEAST_ANSWER = 3;

    private Faults() {}

    static Message message(String key, Object... values) {
        return Message.of(Faults.class, "fault." + key, values);
    }

    static Fault of(String field, String key, Object... values) {
        return new Fault(field, message(key, values));
    }

    /** Of a new password. */
    static List<Fault> ofPassword(String password) {
        String text = Spelling.password(password);
        int characters = text.codePointCount(0, text.length());
        if (characters == 0) {
            return List.of(of("password", "missing"));
        }
        if (characters < Owner.LEAST_CHARACTERS) {
            return List.of(of("password", "short", Owner.LEAST_CHARACTERS));
        }
        return characters > Owner.MOST_CHARACTERS ? List.of(of("password", "long", Owner.MOST_CHARACTERS)) : List.of();
    }

    /** Of a question and its answer; without a question there is nothing to be wrong. */
    static List<Fault> ofQuestion(Optional<Question> question, String answer) {
        if (question.isEmpty()) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>();
        Question asked = question.get();
        if (asked.key().equals(Question.OWN)) {
            if (asked.text().isBlank()) {
                faults.add(of("question", "missing"));
            } else if (asked.text().length() > Owner.MOST_CHARACTERS) {
                faults.add(of("question", "long", Owner.MOST_CHARACTERS));
            }
        }
        String given = Spelling.answer(answer);
        if (given.isEmpty()) {
            faults.add(of("answer", "missing"));
        } else if (given.codePointCount(0, given.length()) < LEAST_ANSWER) {
            faults.add(of("answer", "short", LEAST_ANSWER));
        } else if (given.length() > Owner.MOST_CHARACTERS) {
            faults.add(of("answer", "long", Owner.MOST_CHARACTERS));
        }
        return faults;
    }
}
