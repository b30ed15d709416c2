/** Measurement CSV (F1): reading it from plain, gzip or zip input with a report by line, and writing it. */
@Export
@Version("1.0.0")
package org.opensem.metering.csv;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
