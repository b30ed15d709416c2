package org.opensem.access.http.internal;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A key and the certificates that vouch for it.
 *
 * @param chain the key's own certificate first, then its issuers'
 */
record Identity(PrivateKey key, List<X509Certificate> chain) {
    Identity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("A key without a certificate");
        }
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "Identity " + certificate().getSubjectX500Principal();
    }
}
