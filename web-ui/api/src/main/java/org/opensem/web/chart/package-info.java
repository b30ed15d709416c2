/** The one chart component: bars, rings, a sparkline and the power curve, in the console's look. */
@Export
@Version("1.1.0")
package org.opensem.web.chart;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
