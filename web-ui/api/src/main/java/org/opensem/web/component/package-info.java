/** What views are built of: panels, the head with its calendar, segments, chips and figures, in the console's look. */
@Export
@Version("1.1.0")
package org.opensem.web.component;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
