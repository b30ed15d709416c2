/** Samples of active power, the drivers that deliver them and the listeners that take them. */
@Export
@Version("1.1.0")
package org.opensem.metering;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
