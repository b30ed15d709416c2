package org.opensem.access;

import java.util.List;
import java.util.Optional;
import org.opensem.settings.Fault;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one account: the device's owner, who has a password. What compares a secret throws {@link TooSoonException} without looking
 * at it if there were too many wrong ones before, and takes about a third of a second otherwise.
 */
@ProviderType
public interface Owner {
    /** Least characters of a password. */
    int LEAST_CHARACTERS = 8;
    /** Most characters of a password, an answer or a question of one's own. */
    int MOST_CHARACTERS = 256;

    /** Whether there is a password. */
    boolean hasPassword();

    /** The fault of a password that is to be set, of the field {@code password}; or none. */
    List<Fault> check(String password);

    /** The faults of what a new owner chooses, of {@code password}, {@code question}, {@code answer}; or none. */
    List<Fault> check(NewSecrets secrets);

    /**
     * Sets the first password. Only while there is none.
     *
     * @param setupCode needed by everybody but a {@linkplain Visitor#local local} visitor, who may leave it null
     * @return faults of {@code password}, {@code question}, {@code answer}, {@code setupCode}, or the new session and the
     *     recovery codes, shown this once
     */
    Outcome choose(NewSecrets secrets, String setupCode, Visitor visitor);

    /** Begins a session. @return empty if the password is wrong or none is set */
    Optional<NewSession> logIn(String password, Visitor visitor);

    /**
     * Sets another password and ends all sessions but the new one.
     *
     * @return faults of {@code oldPassword} and {@code password}, or the new session
     */
    Outcome change(String oldPassword, String newPassword, Visitor visitor);
}
