package org.opensem.rest.internal;

import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** What is said of the bundles. */
final class Bundles {

    private Bundles() {}

    static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "active";
            case Bundle.STARTING -> "starting";
            case Bundle.STOPPING -> "stopping";
            case Bundle.RESOLVED -> "resolved";
            case Bundle.INSTALLED -> "installed";
            default -> "uninstalled";
        };
    }

    /** How many bundles are in each state. */
    static Map<String, Integer> byState(BundleContext context) {
        Map<String, Integer> counts = new TreeMap<>();
        counts.put("active", 0);
        for (Bundle bundle : context.getBundles()) {
            counts.merge(state(bundle), 1, Integer::sum);
        }
        return counts;
    }

    /** The distribution's version, or this bundle's where no distribution says one. */
    static String version(BundleContext context) {
        String distribution = context.getProperty("opensem.version");
        if (distribution != null) {
            return distribution;
        }
        Version own = context.getBundle().getVersion();
        String numbers = own.getMajor() + "." + own.getMinor() + "." + own.getMicro();
        return own.getQualifier().isEmpty() ? numbers : numbers + "-" + own.getQualifier();
    }

    static JsonBody list(BundleContext context) {
        return json -> {
            json.writeStartObject();
            json.writeName("bundles").writeStartArray();
            for (Bundle bundle : context.getBundles()) {
                json.writeStartObject();
                json.writeNumberProperty("id", bundle.getBundleId());
                json.writeStringProperty("symbolicName", bundle.getSymbolicName());
                json.writeStringProperty("version", bundle.getVersion().toString());
                json.writeStringProperty("state", state(bundle));
                json.writeStringProperty("name", bundle.getHeaders().get(Constants.BUNDLE_NAME));
                json.writeBooleanProperty("fragment", bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        };
    }
}
