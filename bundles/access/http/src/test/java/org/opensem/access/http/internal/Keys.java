package org.opensem.access.http.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.opensem.access.KeyFiles;

/** Key files in memory. */
final class Keys implements KeyFiles {
    final Map<String, byte[]> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<byte[]> read(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void keep(String name, byte[] content) {
        kept.put(name, content);
    }
}
