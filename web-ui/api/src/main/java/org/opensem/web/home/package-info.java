/** How a bundle adds a panel to Home. Home's own panels use exactly this. */
@Export
@Version("1.0.0")
package org.opensem.web.home;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
