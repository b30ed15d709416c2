/** Quarter-hours, periods and figures derived from the seconds. */
@Export
@Version("1.2.0")
package org.opensem.aggregation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
