package org.opensem.web.console.internal;

/**
 * What a page of the console may load: scripts of its own host and the inline ones that the server wrote itself, known by a
 * number that is used once. Flow makes functions of text, and its components bring their styles inline.
 */
final class ContentPolicy {
    private ContentPolicy() {}

    /** @param nonce of the page's inline scripts; empty if it has none */
    static String of(String nonce) {
        String inline = nonce.isEmpty() ? "" : " 'nonce-" + nonce + "'";
        return "default-src 'self'; script-src 'self'" + inline + " 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
                + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; "
                + "form-action 'self'; frame-ancestors 'none'";
    }
}
