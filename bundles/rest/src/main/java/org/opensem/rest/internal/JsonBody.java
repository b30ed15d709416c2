package org.opensem.rest.internal;

import tools.jackson.core.JsonGenerator;

/** An answer that writes itself, so that long ones need no memory. */
@FunctionalInterface
interface JsonBody {
    void write(JsonGenerator json);
}
