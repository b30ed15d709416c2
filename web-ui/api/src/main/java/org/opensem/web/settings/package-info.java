/** How a bundle adds a section to the console's settings, and the building blocks of its form. */
@Export
@Version("1.0.0")
package org.opensem.web.settings;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
